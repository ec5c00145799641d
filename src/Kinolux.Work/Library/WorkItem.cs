using Kinolux.Core.Files;

namespace Kinolux.Work.Library;

/// <summary>A work of the production: its document, its output, and the folder in which it is worked on, which is made when work begins.</summary>
/// <param name="Id">The first 12 hex digits of the SHA-256 of the work folder's path relative to the production's.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Source">Full path of the document, or pattern of numbered pictures.</param>
/// <param name="Output">Full path where the output is or will be.</param>
/// <param name="WorkPath">Full path of the work folder.</param>
/// <param name="Note">What the work folder says it is for; null where there is none yet.</param>
public sealed record WorkItem(string Id, string Name, IEngine Engine, string Source, string Output, string WorkPath, WorkNote? Note)
{
    public bool IsWorkThere => Directory.Exists(WorkPath);

    public bool IsSourceThere => NumberedPictures.IsPattern(Source) ? Directory.Exists(Path.GetDirectoryName(Source)) : File.Exists(Source);

    public bool IsOutputThere => NumberedPictures.IsPattern(Output) ? Directory.Exists(Path.GetDirectoryName(Output)) : File.Exists(Output);

    /// <summary>True where its document can be opened, so that there may be something to decide on.</summary>
    public bool IsBegun => IsWorkThere && Engine.Documents.Stamp(Open()).Length > 0;

    /// <summary>Why a person must allow its output to be written; null where that is its own: what the work folder stands beside, and no file that it never delivered.</summary>
    public string? AsksForOutput() =>
        Path.GetFullPath(WorkFolder.For(Output)) != Path.GetFullPath(WorkPath) ? $"It would write {Output}, which is not what its work folder stands beside."
        : File.Exists(Output) && !WorkFolder.HasDelivered(WorkPath, Output) ? $"It would replace {Output}, which was not delivered from its work folder."
        : null;

    /// <summary>The work folder, to read it and to add decisions.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4102: nothing was done on it yet.</exception>
    public WorkFolder Open() => WorkFolder.Open(WorkPath, Engine.Documents);
}
