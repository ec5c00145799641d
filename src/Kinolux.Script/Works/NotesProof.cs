using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Report.Sheets;
using Kinolux.Work;
using Kinolux.Work.Links;

namespace Kinolux.Script.Works;

/// <summary>Whether a script's notes are what the script and the decisions give now: they are made again and compared.</summary>
/// <param name="Output">The notes.</param>
/// <param name="Source">The script.</param>
/// <param name="Findings">Why they are not, in sentences; empty where they are.</param>
public sealed record NotesProof(string Output, string Source, IReadOnlyList<string> Findings)
{
    public bool Proven => Findings.Count == 0;

    /// <summary>Changes nothing in the work folder.</summary>
    /// <param name="work">A script's.</param>
    /// <param name="notes">The notes; null for those that were written last.</param>
    /// <exception cref="FaultException">KX4105: no such notes were written from there; else the script cannot be read.</exception>
    public static NotesProof Of(WorkFolder work, string? notes)
    {
        var note = WorkNote.TryRead(work) ?? throw FaultException.Of("KX4102", ("path", work.NotePath));
        notes ??= note.Output ?? throw work.NothingDelivered(null);
        // A production may be moved: an output is known by its name, as its delivery is.
        List<Link> links = [.. work.Links.Read().Where(link => Path.GetFileName(link.Made) == Path.GetFileName(notes))];
        return links is [.., var last] ? new NotesProof(notes, note.Source, [.. Compare(work, note.Source, notes, links, last)]) : throw work.NothingDelivered(notes);
    }

    private static IEnumerable<string> Compare(WorkFolder work, string source, string notes, List<Link> links, Link last)
    {
        if (!File.Exists(notes))
        {
            yield return $"{notes} is not there";
            yield break;
        }
        var held = WholeFile.Sha256(notes);
        if (held != last.MadeHash)
            yield return $"{notes} was changed after it was written";
        var hashes = ScriptDocuments.Type.Hashes(work);
        var stale = Staleness.Of(links, hashes.GetValueOrDefault);
        foreach (var one in stale)
            yield return $"{Path.GetFileName(source)} is not what the notes were written from any more: {one.Reason ?? one.Because} changed; kinolux script check {source} -o {notes} writes them again";
        if (stale.Count == 0 && held == last.MadeHash && Again(work, source, last.At) != held)
            yield return $"made again {notes} is another file: another version of Kinolux wrote it";
    }

    private static string Again(WorkFolder work, string source, DateTimeOffset at)
    {
        var place = Directory.CreateTempSubdirectory("kinolux-verify-");
        try
        {
            var file = Path.Combine(place.FullName, "notes.html");
            var review = work.Log.Read();
            var version = ScriptVersion.Of(work, source, review);
            var (decided, cast, same) = ScriptJudgement.Of(version, review.Reviewer(ScriptDocuments.Type.Kinds, version.Document.Anchor));
            SheetPage.Write(file, ScriptSheet.Of(new JudgedScript(version, same, decided), cast, at));
            return WholeFile.Sha256(file);
        }
        finally
        {
            place.Delete(recursive: true);
        }
    }
}
