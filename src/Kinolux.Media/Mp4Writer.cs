using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Display;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media;

/// <summary>Makes a video that every browser plays, H.264 and AAC, of rendered RGB pictures and a sound file. It appears whole or not at all.</summary>
public sealed class Mp4Writer : IDisposable
{
    private readonly string _path;
    private readonly string _temporary;
    private readonly byte[] _bytes;
    private readonly EightBit _eight;
    private readonly Tool _tool;
    private readonly CancellationTokenRegistration _stop;
    private readonly CancellationToken _cancel;

    /// <param name="format">RGB, with even sides.</param>
    /// <param name="sound">A file with sound; null for none.</param>
    public Mp4Writer(string path, FrameFormat format, Rational rate, string? sound, CancellationToken cancel)
    {
        (_path, _cancel, _bytes, _eight) = (path, cancel, new byte[EightBit.Size(format)], new EightBit(format, fullRange: true));
        _temporary = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", $".{Path.GetFileName(path)}.partial.mp4");
        var arguments = FfmpegArguments.Ffmpeg().InputPipe("-f", "rawvideo", "-pixel_format", "gbrp", "-video_size", $"{format.Width}x{format.Height}", "-framerate", $"{rate.Numerator}/{rate.Denominator}");
        if (sound is not null)
            arguments.Input(sound).With("-c:a", "aac", "-b:a", "160k");
        arguments.With("-vf", "scale=out_color_matrix=bt709:out_range=tv", "-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-pix_fmt", "yuv420p", "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv", "-movflags", "+faststart", "-f", "mp4");
        _tool = Tool.Start("ffmpeg", arguments.Output(_temporary).Words);
        _stop = cancel.Register(_tool.Kill);
    }

    /// <exception cref="FaultException">KX1207: it could not be encoded; KX4001: the disk is full.</exception>
    public void Write(Frame frame)
    {
        _eight.Convert(frame, _bytes);
        try
        {
            _tool.Input.Write(_bytes);
        }
        catch (IOException cause)
        {
            throw Failed(cause);
        }
    }

    /// <summary>Waits until all is encoded, and moves it into its place.</summary>
    /// <exception cref="FaultException">KX1207: it could not be encoded; KX4001: the disk is full.</exception>
    public void Complete()
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
        AtomicFile.Place(_temporary, _path, overwrite: true);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _tool.Dispose();
        File.Delete(_temporary);
    }

    private FaultException Failed(Exception? cause)
    {
        _tool.Wait();
        _cancel.ThrowIfCancellationRequested();
        return EncodeFault.Of(_path, _tool.ErrorTail, cause);
    }
}
