using Kinolux.Core.Kernels;
using Kinolux.Media;

namespace Kinolux.Restore.Survey;

/// <summary>The first pass: reads the film once, measures every frame and finds the shots. Memory does not grow with the film's length.</summary>
public static class FilmSurveyor
{
    /// <param name="file">Where the survey is kept; it appears whole or not at all.</param>
    /// <param name="key">The film's identity, as <see cref="FilmSurvey.TryOpen"/> will ask for it; asked for when all frames are read.</param>
    /// <param name="progress">Gets how many frames are done.</param>
    public static FilmSurvey Run(IFrameSource source, string file, Func<string> key, RowRunner rows, IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        using (var writer = new SurveyWriter(file, source.Format))
        {
            using (var meter = new FrameMeter(rows))
                while (source.Read() is { } frame)
                    using (frame)
                    {
                        cancel.ThrowIfCancellationRequested();
                        writer.Add(meter.Measure(frame));
                        progress?.Report(writer.Count);
                    }
            writer.Complete(key, frames =>
            {
                var dissolves = DissolveFinder.Find(frames, cancel);
                var shots = ShotFinder.Find(frames, dissolves, cancel);
                shots = PrintedFrameFinder.Find(frames, shots, source.Format, cancel);
                return (shots, FrameDefects.Find(frames, shots, dissolves, cancel));
            });
        }
        return FilmSurvey.TryOpen(file, key()) ?? throw new IOException($"The survey that was just written to {file} cannot be read.");
    }
}
