namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>Chooses among few.</summary>
internal static class Pick
{
    extension(Random random)
    {
        public T Of<T>(IReadOnlyList<T> all) => all[random.Next(all.Count)];

        /// <summary>A place within a scene that a paragraph can be put at.</summary>
        public int Gap(CleanScript script, Kinolux.Script.Model.Scene scene) => script.Gaps(scene) is { Count: > 0 } gaps ? random.Of(gaps) : script.EndOf(scene);
    }
}
