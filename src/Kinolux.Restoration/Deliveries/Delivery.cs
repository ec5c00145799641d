using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Plans;
using Kinolux.Work;

namespace Kinolux.Restoration.Deliveries;

/// <summary>Joins the chunks into the one delivery encode.</summary>
internal sealed class Delivery(WorkFolder work, SurveyedFilm film, JobSteps steps, CancellationToken cancel)
{
    private readonly FramePool _pool = new();
    private readonly List<string> _sent = [];

    /// <summary>Mean grey of each delivered frame, 16-bit levels; by frame number of the film, NaN for the others.</summary>
    public float[] Means { get; } = [.. Enumerable.Repeat(float.NaN, film.Film.FrameCount)];

    /// <param name="seen">Called with each restored frame in order.</param>
    /// <param name="finished">Called when all is encoded and counted, before the output appears.
    /// A run that is killed in it has no output and so is simply run again.</param>
    public void Run(
        IReadOnlyList<ChunkResult> chunks, string output, FrameRange? range, bool overwrite, Action<int, Frame> seen, Action<FinishedOutput> finished)
    {
        var meter = steps.Begin("deliver", chunks.Sum(chunk => chunk.Chunk.Frames.Count));
        using var writer = new FilmWriter(output, film.Target(range), overwrite, cancel: cancel);
        foreach (var result in chunks)
        {
            using var reader = Whole(result, () => Open(result));
            for (var number = result.Chunk.Frames.First; number <= result.Chunk.Frames.Last; number++)
            {
                using var frame = Monochrome.Expand(
                    Whole(result, reader.Read) ?? throw Damaged(result, $"it ends before frame {number}"), film.Film.Format, _pool);
                writer.Write(frame);
                Means[number] = Mean(frame.Guide);
                _sent.Add(FrameDigest.Of(frame));
                seen(number, frame);
                meter.Step(result.Chunk.Shot.Name);
            }
            if (reader.Repeated.Count > 0)
                throw Damaged(result, $"frame {result.Chunk.Frames.First + reader.Repeated[0]} cannot be decoded");
        }
        writer.Finish();
        finished(new FinishedOutput(writer, _sent, cancel));
        writer.Complete();
    }

    private FilmReader Open(ChunkResult result) =>
        new(Film.Own(work.Chunks.At(result.Film ?? ""), film.ChunkTarget, result.Chunk.Frames.Count), null, _pool, cancel: cancel);

    // What no film can be read from was one when its hash was looked at.
    private T Whole<T>(ChunkResult result, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FaultException cause) when (cause.Fault.Code.StartsWith("KX10", StringComparison.Ordinal))
        {
            throw Damaged(result, cause.Fault.Message);
        }
    }

    private FaultException Damaged(ChunkResult result, string why) => FaultException.Of("KX4108", ("path", Path.Combine(work.Chunks.Path, result.Film ?? "")), ("why", why));

    private static float Mean(Plane plane)
    {
        long sum = 0;
        for (var y = 0; y < plane.Height; y++)
            foreach (var sample in plane.Row(y))
                sum += sample;
        return (float)((double)sum / ((long)plane.Width * plane.Height));
    }
}
