using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Display;

namespace Kinolux.Restoration.Report;

/// <summary>One run of ffmpeg that is fed frames as they are meant to look and writes pictures or a video.</summary>
internal sealed class FrameFeed : IDisposable
{
    private readonly FrameFormat _format;
    private readonly EightBit _eightBit;
    private readonly byte[] _buffer;
    private readonly Tool _tool;
    private readonly CancellationTokenRegistration _stop;
    private readonly CancellationToken _cancel;

    /// <param name="output">Filters and output arguments, after the input.</param>
    public FrameFeed(FrameFormat format, PictureLook look, Rational rate, IEnumerable<string> output, CancellationToken cancel)
    {
        _format = format;
        _eightBit = new EightBit(format, look.FullRange);
        _buffer = new byte[EightBit.Size(format)];
        var layout = format.Layout switch
        {
            PixelLayout.Gray => "gray",
            PixelLayout.Yuv420 => "yuv420p",
            PixelLayout.Yuv422 => "yuv422p",
            PixelLayout.Yuv444 => "yuv444p",
            _ => "gbrp",
        };
        string[] input =
        [
            "-hide_banner", "-loglevel", "error", "-nostdin", "-y", "-f", "rawvideo", "-pixel_format", layout,
            "-video_size", string.Create(CultureInfo.InvariantCulture, $"{format.Width}x{format.Height}"),
            "-framerate", string.Create(CultureInfo.InvariantCulture, $"{rate.Numerator}/{rate.Denominator}"), "-i", "pipe:0",
        ];
        _tool = Tool.Start("ffmpeg", [.. input, .. output]);
        // An ffmpeg that takes nothing would hold this thread for ever.
        (_cancel, _stop) = (cancel, cancel.Register(_tool.Kill));
    }

    /// <summary>The filter that scales to a size, turns upright and converts to the matrix and range of the output.</summary>
    public static string Show(FrameFormat format, PictureLook look, (int Width, int Height) size, string outMatrix, string outRange)
    {
        var turned = look.Rotation is 90 or 270;
        var (width, height) = turned ? (size.Height, size.Width) : size;
        var matrix = look.Matrix switch { LumaMatrix.Bt709 => "bt709", LumaMatrix.Bt2020 => "bt2020", _ => "bt601" };
        var range = look.FullRange || !format.HasChroma ? "full" : "limited";
        var turn = look.Rotation switch { 90 => ",transpose=1", 180 => ",hflip,vflip", 270 => ",transpose=2", _ => "" };
        return string.Create(CultureInfo.InvariantCulture,
            $"scale={width}:{height}:flags=area+accurate_rnd+full_chroma_int:in_color_matrix={matrix}:in_range={range}:out_color_matrix={outMatrix}:out_range={outRange}{turn}");
    }

    /// <summary>What makes a video that every browser plays.</summary>
    /// <param name="quality">x264's constant rate factor: lower is better and larger.</param>
    public static string[] Mp4(int quality, string path) =>
    [
        "-c:v", "libx264", "-preset", "veryfast", "-crf", quality.ToString(CultureInfo.InvariantCulture), "-pix_fmt", "yuv420p",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-movflags", "+faststart", "-f", "mp4", "file:" + path,
    ];

    /// <summary>A key frame every half second keeps scrubbing quick.</summary>
    public static string[] KeyFrames(Rational rate) => ["-g", Math.Max(1, (int)Math.Round(rate.ToDouble() / 2)).ToString(CultureInfo.InvariantCulture)];

    /// <exception cref="ArgumentException">The frame is of another format than the first.</exception>
    /// <exception cref="FaultException">KX5001: ffmpeg ended; KX4001: the disk is full.</exception>
    public void Write(Frame frame)
    {
        if (frame.Format != _format)
            throw new ArgumentException("All pictures of a report are of one format.", nameof(frame));
        _eightBit.Convert(frame, _buffer);
        try
        {
            _tool.Input.Write(_buffer);
        }
        catch (IOException cause)
        {
            throw Failed(cause);
        }
    }

    /// <summary>Closes the input and waits until all is written.</summary>
    public void Finish()
    {
        try
        {
            _tool.Input.Close();
        }
        catch (IOException cause)
        {
            throw Failed(cause);
        }
        if (_tool.Wait() != 0)
            throw Failed(null);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _tool.Dispose();
    }

    private FaultException Failed(Exception? cause)
    {
        _cancel.ThrowIfCancellationRequested();
        var code = _tool.Wait().ToString(CultureInfo.InvariantCulture);
        if (DiskFault.IsFull(_tool.ErrorTail))
            return DiskFault.Full("the report", cause);
        var fault = cause is null
            ? FaultException.Of("KX5001", ("tool", _tool.Name), ("code", code))
            : FaultException.Of("KX5001", cause, ("tool", _tool.Name), ("code", code));
        return fault.With(_tool.ErrorTail);
    }
}
