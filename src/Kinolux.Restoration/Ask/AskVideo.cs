using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Media.Display;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Report;

namespace Kinolux.Restoration.Ask;

/// <summary>A stretch of a film before and after as it looks on a screen, at most 960×720, kept without loss so that it can be encoded as often as it takes.</summary>
internal sealed class AskVideo : IDisposable
{
    private const int Shown = 960, High = 720;

    // How long the edge takes from one side to the other and back.
    private const int Swing = 6;
    private readonly string _folder;
    private readonly Rational _rate;
    private readonly CancellationToken _cancel;
    private readonly FrameFeed _before;
    private readonly FrameFeed _after;
    private int _frames;

    /// <param name="folder">Takes what is kept.</param>
    public AskVideo(string folder, FilmInfo before, FilmInfo after, CancellationToken cancel)
    {
        (_folder, _rate, _cancel) = (folder, before.Rate, cancel);
        Size = ShownSize.Of(before.Format, FilmLook.Of(before), Shown, High, even: true);
        _before = Begin(before, Before);
        _after = Begin(after, After);
    }

    /// <summary>Width and height of each of the two.</summary>
    public (int Width, int Height) Size { get; }

    private string Before => Path.Combine(_folder, "before.mkv");

    private string After => Path.Combine(_folder, "after.mkv");

    public void Add(Frame before, Frame after)
    {
        _frames++;
        _before.Write(before);
        _after.Write(after);
    }

    public void Finish()
    {
        _before.Finish();
        _after.Finish();
    }

    /// <summary>Before above after, so that the two cannot drift apart.</summary>
    /// <param name="quality">x264's constant rate factor: lower is better and larger.</param>
    public string Stacked(int quality)
    {
        var path = Path.Combine(_folder, Say($"stacked-{quality}.mp4"));
        Encode(path, "vstack", quality, null, FrameFeed.KeyFrames(_rate));
        return path;
    }

    /// <summary>An edge that goes over the picture and back, before on its left, after on its right.</summary>
    /// <param name="seconds">Its length at most.</param>
    public string Wipe(int seconds)
    {
        var path = Path.Combine(_folder, "wipe.mp4");
        var (width, height) = Size;
        var edge = Say($"{width}*(0.5+0.5*cos(2*PI*t/{Swing}))");
        Encode(path,
            Say($"[0]format=gbrp[before];[1]format=gbrp[after];color=white:s={2 * width}x{height}:r={_rate.Numerator}/{_rate.Denominator},format=gbrp,drawbox=x={width}:w={width}:h={height}:color=black:t=fill,") +
            $"crop={width}:{height}:x='{width}-({edge})':y=0:exact=1[mask];[after][before][mask]maskedmerge[merged];" +
            Say($"color=white:s=2x{height}:r={_rate.Numerator}/{_rate.Denominator}[line];[merged][line]overlay=x='{edge}-1':y=0:format=gbrp:shortest=1,scale=out_color_matrix=bt709:out_range=limited"),
            20, Math.Min(_frames, (int)(seconds * _rate.ToDouble())));
        return path;
    }

    public void Dispose()
    {
        _before.Dispose();
        _after.Dispose();
    }

    private FrameFeed Begin(FilmInfo film, string path)
    {
        var look = FilmLook.Of(film);
        return new FrameFeed(film.Format, look, _rate, ["-vf", FrameFeed.Show(film.Format, look, Size, "bt709", "limited"), "-c:v", "ffv1", "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_range", "tv", "file:" + path], _cancel);
    }

    private void Encode(string path, string filter, int quality, int? frames, params string[] more)
    {
        string[] length = frames is { } most ? ["-frames:v", Say($"{most}")] : [];
        var made = Tool.Run("ffmpeg",
            ["-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-i", "file:" + Before, "-i", "file:" + After, "-filter_complex", filter, .. length, .. more, .. FrameFeed.Mp4(quality, path)], _cancel);
        if (made.ExitCode != 0)
            throw FaultException.Of("KX5001", ("tool", "ffmpeg"), ("code", Say($"{made.ExitCode}"))).With(made.ErrorTail);
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
