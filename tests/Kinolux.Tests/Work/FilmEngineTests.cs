using Kinolux.Core.Processes;
using Kinolux.Restoration;
using Kinolux.Tests.Restoration;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Library;

namespace Kinolux.Tests.Work;

public sealed class FilmEngineTests : EngineContract
{
    public FilmEngineTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    private protected override IEngine Engine { get; } = new FilmEngine();

    protected override (string Looks, string Makes) VerbNames => ("analyse", "restore");

    protected override string SomePlace { get; } = "5";

    private protected override string Contents(WorkItem item) => Tool.Run("ffmpeg", ["-v", "error", "-i", item.Output, "-f", "framemd5", "-"]).Output;

    protected override string PutDocument() => DirtyFilm.Write(Folder.File("reel.mkv"));
}
