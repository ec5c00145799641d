using Kinolux.Core.Text;

namespace Kinolux.Restore.Stages;

/// <summary>What people call a stage: by its own name, by the damage that it repairs, by a word of what is said about it.</summary>
internal static class StageNames
{
    // Shorter words join others.
    private const int Shortest = 4;

    /// <summary><c>, did you mean despeckle?</c> for dirt, blotches or dust; nothing where no stage comes near.</summary>
    public static string Hint(string word)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, stage) in ((IEnumerable<(string, string)>)[.. Ids, .. Kinds, .. Words]))
            names.TryAdd(name, stage);
        return Nearest.Of(word.ToLowerInvariant(), names.Keys) is { } near ? $", did you mean {names[near]}?" : "";
    }

    private static IEnumerable<(string, string)> Ids => StageCatalog.All.Select(stage => (stage.Info.Id, stage.Info.Id));

    private static IEnumerable<(string, string)> Kinds => from stage in StageCatalog.All from kind in stage.Info.Kinds select (kind.Id, stage.Info.Id);

    private static IEnumerable<(string, string)> Words =>
        from stage in StageCatalog.All
        from word in $"{stage.Info.Title} {stage.Info.Summary}".ToLowerInvariant().Split(' ', ',', ':', ';', '.')
        where word.Length >= Shortest
        select (word, stage.Info.Id);
}
