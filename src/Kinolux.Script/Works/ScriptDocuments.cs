using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Script.Identity;
using Kinolux.Work;

namespace Kinolux.Script.Works;

/// <summary>Screenplays and plays.</summary>
public sealed class ScriptDocuments : DocumentType
{
    internal const string Text = "script", Review = "review";

    private ScriptDocuments()
    {
    }

    public static ScriptDocuments Type { get; } = new();

    public override string Name => "script";

    public override IReadOnlyList<ProposalKind> Kinds => ScriptKinds.All;

    public override bool Takes(Place place) => place is TextPlace;

    // Which scene is which hangs on what was seen and said, too.
    public override string Stamp(WorkFolder work) =>
        WorkNote.TryRead(work) is { } note && File.Exists(note.Source) ? $"{StampOf(note.Source)}|{StampOf(IdentityFile.PathIn(work.Files))}|{work.Log.Stamp()}" : "";

    public override IReadOnlyDictionary<string, string> Hashes(WorkFolder work) =>
        File.Exists(SourceOf(work)) ? new Dictionary<string, string> { [Text] = WholeFile.Sha256(SourceOf(work)), [Review] = work.Log.Read().Hash() } : new Dictionary<string, string>();

    public override WorkDocument Open(WorkFolder work) => ScriptVersion.Of(work, SourceOf(work), work.Log.Read()).Document;

    private static string StampOf(string path) => new FileInfo(path) is { Exists: true } file ? string.Create(CultureInfo.InvariantCulture, $"{file.LastWriteTimeUtc.Ticks:x}.{file.Length:x}") : "";

    private static string SourceOf(WorkFolder work) => WorkNote.TryRead(work)?.Source ?? throw FaultException.Of("KX4102", ("path", work.NotePath));
}
