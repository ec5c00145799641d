using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Plans;

namespace Kinolux.Restoration.Runs;

/// <summary>What a few stretches of a film say of the whole: they are restored in a folder of their own, as the film would be, and thrown away.</summary>
/// <param name="Frames">Frames that were tried.</param>
/// <param name="Start">Seconds that went before all ran at its speed: code is compiled, tools are started.</param>
/// <param name="Survey">Seconds that the first pass took a frame, once it ran.</param>
/// <param name="Restore">The same of the second pass.</param>
/// <param name="Deliver">The same of the delivery.</param>
/// <param name="WorkBytes">What a frame took in the work folder.</param>
/// <param name="OutputBytes">What it took in the output.</param>
/// <param name="Kinds">What was found and what became of it.</param>
public sealed record Trial(int Frames, double Start, double Survey, double Restore, double Deliver, double WorkBytes, double OutputBytes, IReadOnlyList<KindCount> Kinds, int Questions)
{
    private const int Stretches = 4;
    private const int Shortest = 12, Longest = 24;

    // Of luma: what two cores restore in some twenty seconds.
    private const double Samples = 40e6;

    /// <param name="request">What is asked of the film, but for where: its output's name says what kind of film is written.</param>
    /// <exception cref="FaultException">As for <see cref="RestorationRun"/>.</exception>
    public static Trial Run(FilmInfo film, RestoreRequest request, TimeProvider time, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        var place = Place();
        try
        {
            var ranges = Ranges(film);
            var sample = Path.Combine(place, "sample.mkv");
            Write(film, ranges, sample, cancel);
            var output = Directory.CreateDirectory(Path.Combine(place, "out")).FullName;
            var work = Path.Combine(place, "work");
            var clock = new TrialClock(time, progress);
            var outcome = new RestorationRun(time, clock).Run(
                request with { Film = sample, Rate = null, Output = Path.Combine(output, Path.GetFileName(request.Output ?? "restored.mkv")), Work = work, PlanFile = null, Range = null, Report = null, DryRun = false, KeepOriginal = false }, cancel);
            double Bytes(string folder) => (double)new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / outcome.Frames;
            var (survey, restore, deliver) = (clock.SecondsOf("survey"), clock.SecondsOf("restore"), clock.SecondsOf("deliver"));
            var start = Math.Max(0, outcome.Seconds - outcome.Frames * (survey + restore + deliver));
            return new Trial(outcome.Frames, start, survey, restore, deliver, Bytes(work), Bytes(output), outcome.Kinds, outcome.Questions);
        }
        finally
        {
            Directory.Delete(place, recursive: true);
        }
    }

    private static string Place()
    {
        try
        {
            return Directory.CreateTempSubdirectory("kinolux-trial-").FullName;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(Path.GetTempPath(), cause);
        }
    }

    // Evenly over the film, away from its very ends, which are often leader; a short film as it is.
    internal static IReadOnlyList<FrameRange> Ranges(FilmInfo film)
    {
        var length = (int)Math.Clamp(Samples / Stretches / ((double)film.Format.Width * film.Format.Height), Shortest, Longest);
        return film.FrameCount <= Stretches * length
            ? [film.Frames]
            : [.. Enumerable.Range(0, Stretches).Select(i => (int)((long)(2 * i + 1) * film.FrameCount / (2 * Stretches)) - length / 2).Select(first => new FrameRange(first, first + length - 1))];
    }

    private static void Write(FilmInfo film, IReadOnlyList<FrameRange> ranges, string path, CancellationToken cancel)
    {
        var pool = new FramePool();
        using var writer = new FilmWriter(path, new FilmTarget { Format = film.Format, Rate = film.Rate, Colour = film.Colour, SampleAspect = film.SampleAspect, FieldOrder = film.FieldOrder, IsPassing = true }, cancel: cancel);
        foreach (var range in ranges)
        {
            using var reader = new FilmReader(film, range, pool, cancel: cancel);
            while (reader.Read() is { } frame)
                using (frame)
                    writer.Write(frame);
        }
        writer.Complete();
    }
}
