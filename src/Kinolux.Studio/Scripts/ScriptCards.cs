using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Script.Fountain;
using Kinolux.Script.Pages;
using Kinolux.Studio.Works;
using Kinolux.Work.Jobs;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Scripts;

/// <summary>Says of a script what there is to say in a list. A script is read once for as long as its file stays as it is.</summary>
internal sealed class ScriptCards(ScriptLibrary library, ReviewCache reviews, JobQueue jobs)
{
    private sealed record Facts(string? Title, string? Author, int Scenes, int Pages);

    private readonly ConcurrentDictionary<string, (long Length, DateTime Written, Facts Facts)> _known = new(StringComparer.Ordinal);

    public ScriptList Cards()
    {
        var (works, leftOut) = library.All();
        List<ScriptCard> cards = [];
        foreach (var work in works)
            try
            {
                cards.Add(Card(library.Of(work)));
            }
            // One script that somebody spoiled takes no other from the list.
            catch (Exception cause) when (cause is FaultException or IOException or UnauthorizedAccessException)
            {
                leftOut = [.. leftOut, new LeftOut(work.Name, cause is FaultException known ? known.Fault.Message : cause.Message)];
            }
        return new ScriptList(cards, leftOut);
    }

    public ScriptCard Card(StudioScript script)
    {
        var facts = FactsOf(script);
        var waiting = script.Work.IsBegun ? reviews.Now(script.Work).Questions.Count(question => question.Waiting > 0) : (int?)null;
        return new ScriptCard(script.Id, script.Work.Name, Path.GetFileName(script.Path), facts is null, facts?.Title, facts?.Author, facts?.Scenes, facts?.Pages, waiting, jobs.Of(script.Id));
    }

    private Facts? FactsOf(StudioScript script)
    {
        var file = new FileInfo(script.Path);
        if (!file.Exists)
            return null;
        if (_known.TryGetValue(script.Path, out var known) && known.Length == file.Length && known.Written == file.LastWriteTimeUtc)
            return known.Facts;
        var read = script.Read().File.Script;
        var facts = new Facts(PlainTitle.Of(read), PlainTitle.Of(read, "Author") ?? PlainTitle.Of(read, "Authors"), read.Scenes.Count, ScriptPages.Of(read).Pages.Count);
        _known[script.Path] = (file.Length, file.LastWriteTimeUtc, facts);
        return facts;
    }
}
