using System.Globalization;
using Kinolux.Core.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restoration.Plans;

namespace Kinolux.Cli.Commands;

/// <summary>What is known of a restoration before anything is decoded.</summary>
/// <param name="Shots">As an analysis beside it found them; null where there was none.</param>
/// <param name="Seconds">Least and most; null where this machine restored nothing yet.</param>
/// <param name="Bytes">Least and most that an .mkv and its work folder will take together.</param>
internal sealed record FilmNeeds(int? Shots, IReadOnlyList<double>? Seconds, IReadOnlyList<double> Bytes)
{
    // Films differ in what is to be done more than they do in size.
    private const double Doubt = 2;

    // Of two lossless copies, one quick and one small, beside the bare samples: clean and noisy films.
    private const double LeastShare = 0.6, MostShare = 1.6;

    public static FilmNeeds Of(FilmInfo film, IReadOnlyList<double> speeds)
    {
        var samples = (double)film.FrameCount * film.Format.Width * film.Format.Height;
        var bare = samples * (film.Format.Depth > 8 ? 2 : 1) * film.Format.Layout switch { PixelLayout.Gray => 1, PixelLayout.Yuv420 => 1.5, PixelLayout.Yuv422 => 2, _ => 3 };
        return new FilmNeeds(ShotsOf(film), speeds.Count == 0 ? null : [samples / speeds.Max() / Doubt, samples / speeds.Min() * Doubt], [bare * LeastShare, bare * MostShare]);
    }

    public IEnumerable<(string, string)> Rows()
    {
        if (Shots is { } shots)
            yield return ("shots", shots.ToString(CultureInfo.InvariantCulture));
        yield return ("time", Seconds is [var least, var most]
            ? $"{Amounts.Time(least, most)} to restore, at the speed of what was restored here before; restore --dry-run tries some frames"
            : "nothing was restored on this machine yet; restore --dry-run tries some frames");
        yield return ("disk", $"{Amounts.Bytes(Bytes[0])} to {Amounts.Bytes(Bytes[1])} for an .mkv and its work folder");
    }

    private static int? ShotsOf(FilmInfo film)
    {
        try
        {
            var plan = Path.Combine(FilmWork.ForAnalysis(film.Path), FilmWork.PlanName);
            return File.Exists(plan) ? Plan.Read(plan).Shots.Count : null;
        }
        catch (FaultException)
        {
            return null;
        }
    }
}
