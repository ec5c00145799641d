using Kinolux.Core.Time;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restoration;

/// <summary>Chunks that follow each other in a shot are made by one chain of stages.</summary>
public sealed class StretchTests
{
    private static readonly PlanShot Long = new(new Shot(1, new FrameRange(0, 959)), []);
    private static readonly PlanShot Short = new(new Shot(2, new FrameRange(960, 999)), []);
    private static readonly FrameRange Film = new(0, 999);
    private static readonly StageInfo[] Stages = [new("near", "", "", 1, 5, 5, []), new("far", "", "", 1, 20, 20, [])];

    [Fact]
    public void A_stretch_stays_in_its_shot_and_leaves_something_for_every_worker()
    {
        Chunk[] chunks = [.. Chunk.Of(Long, Film, Stages, Repeats.None), .. Chunk.Of(Short, Film, Stages, Repeats.None)];
        Assert.Equal([6, 4, 1], Chunk.Stretches(chunks, 2).Select(stretch => stretch.Count));
        Assert.Equal(chunks, Chunk.Stretches(chunks, 3).SelectMany(stretch => stretch));
        Assert.All(Chunk.Stretches(chunks, 100), stretch => Assert.Single(stretch));
    }

    [Fact]
    public void A_chunk_that_is_there_parts_two_stretches()
    {
        var chunks = Chunk.Of(Long, Film, Stages, Repeats.None).ToList();
        chunks.RemoveAt(3);
        Assert.Equal([3, 6], Chunk.Stretches(chunks, 1).Select(stretch => stretch.Count));
    }

    [Fact]
    public void A_stretch_reads_what_its_first_and_last_chunk_reach()
    {
        var chunks = Chunk.Of(Long, Film, Stages, Repeats.None).ToList();
        var joined = Chunk.Join(chunks[1..3]);
        Assert.Equal((new FrameRange(96, 287), new FrameRange(71, 312)), (joined.Frames, joined.Reach));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void Chunks_made_in_a_stretch_are_those_made_alone()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        var film = DirtyFilm.Write(folder.File("film.mkv"), frames: DirtyFilm.Cut + 200);
        // Each chunk by its file without what names its film again and the hash over it, and the restored pictures.
        (List<string> Chunks, List<string> Pictures) Made(int jobs)
        {
            var (output, work) = (folder.File($"out{jobs}.mkv"), folder.File($"work{jobs}"));
            new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = output, Work = work, Jobs = jobs, Skip = ["missing-frames", "stains"] });
            var files = Directory.GetFiles(Path.Combine(work, "chunks"), "*.jsonl").Order();
            return ([.. files.Select(file => Path.GetFileName(file) + string.Join('\n', File.ReadLines(file).Skip(1).SkipLast(1)))], [.. Kinolux.Media.FrameIndex.Read(Kinolux.Media.Film.Open(output)).Select(frame => frame.Md5)]);
        }
        var (together, alone) = (Made(1), Made(8));
        Assert.Equal(4, together.Chunks.Count);
        Assert.Contains(together.Chunks, chunk => chunk.Contains("\"own\":false", StringComparison.Ordinal));
        Assert.Equal(alone.Chunks, together.Chunks);
        Assert.Equal(alone.Pictures, together.Pictures);
    }
}
