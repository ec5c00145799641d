using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Tests.Restoration;
using Kinolux.Work;

namespace Kinolux.Studio.Tests;

/// <summary>A studio over a folder with one film, restored: rendered once, copied for each test.</summary>
internal static class RestoredFilm
{
    public const string Kind = DirtyFilm.Kind;
    private static readonly Lazy<TemporaryFolder> Made = new(Make);

    public static async Task<(Studio Studio, string Address)> OpenAsync(string? person = "tester")
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var studio = await Studio.OpenForAsync(person);
        foreach (var file in Directory.EnumerateFiles(Made.Value.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = studio.At(Path.GetRelativePath(Made.Value.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? "");
            File.Copy(file, target);
        }
        using (var work = FilmWork.Open(studio.At("reel.restored.mkv")))
            work.Note(studio.At("reel.mkv"), null, studio.At("reel.restored.mkv"));
        return (studio, $"/api/films/{await studio.IdAsync()}");
    }

    private static TemporaryFolder Make()
    {
        var folder = new TemporaryFolder();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Dispose();
        var film = DirtyFilm.Write(folder.File("reel.mkv"));
        var output = folder.File("reel.restored.mkv");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = output, Work = WorkFolder.For(output) });
        return folder;
    }
}
