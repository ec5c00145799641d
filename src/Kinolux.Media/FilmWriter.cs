using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Media.Dpx;
using Kinolux.Media.Ffmpeg;
using Kinolux.Media.Nut;
using Kinolux.Media.Outputs;

namespace Kinolux.Media;

/// <summary>
/// Encodes frames on a thread of its own into what the output's name asks for: <c>.mkv</c> FFV1, <c>.mov</c> ProRes 422 HQ (4444 for full chroma), <c>.mp4</c> H.264,
/// or <c>name.%06d.dpx|tif|png</c>. Everything is beside the output under a temporary name until <see cref="Complete"/>.
/// </summary>
public sealed class FilmWriter : IFrameSink
{
    private readonly BlockingCollection<Frame> _queue;
    private readonly CancellationTokenSource _stop;
    private readonly Thread _thread;
    private readonly FilmOutput _delivery;
    private readonly FilmTarget _target;
    private readonly string _path;
    private int _frames;
    private Exception? _failure;
    private bool _done;

    /// <param name="queue">Frames that may wait before <see cref="Write"/> blocks.</param>
    /// <exception cref="FaultException">KX12xx: the output cannot be written as named.</exception>
    public FilmWriter(string path, FilmTarget target, bool overwrite = false, int queue = 4, CancellationToken cancel = default)
    {
        _path = path;
        _target = target;
        _delivery = new FilmOutput(path, target, overwrite);
        _queue = new BlockingCollection<Frame>(queue);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _thread = new Thread(Encode) { IsBackground = true, Name = "film writer" };
        _thread.Start();
    }

    /// <summary>Says early what would stop an output later: before hours of work, not after.</summary>
    /// <exception cref="FaultException">KX12xx: the output cannot be written as named.</exception>
    public static void Check(string path, FilmTarget target, bool overwrite) =>
        FilmOutput.Check(path, target, overwrite);

    /// <summary>How an output of that name keeps the samples of its frames.</summary>
    /// <exception cref="FaultException">KX1205: the name asks for nothing that can be written.</exception>
    public static StoredSamples StoredAs(string path, FilmTarget target)
    {
        var kind = OutputKinds.Of(path);
        var codec = VideoCodec.For(kind, target);
        return new StoredSamples(codec.WireDepth, !codec.Converts && kind is not (OutputKind.QuickTime or OutputKind.Mp4));
    }

    /// <summary>What could not be kept exactly as the source has it.</summary>
    public IReadOnlyList<FilmFinding> Findings => _delivery.Findings;

    /// <exception cref="ArgumentException">The frame has another format than the target's.</exception>
    public void Write(Frame frame)
    {
        // The depth says only how samples are stored: in memory they are the same at every depth.
        if (frame.Format with { Depth = _target.Format.Depth } != _target.Format)
            throw new ArgumentException($"A frame of {frame.Format} cannot be written into a film of {_target.Format}.", nameof(frame));
        var hold = frame.Share();
        try
        {
            _queue.Add(hold, _stop.Token);
        }
        catch (Exception cause) when (cause is OperationCanceledException or InvalidOperationException)
        {
            hold.Dispose();
            throw Failure() ?? cause;
        }
    }

    /// <summary>Waits until all is encoded. <see cref="Complete"/> then only moves it into place.</summary>
    /// <returns>Where the whole output is until then: a file, or a pattern of pictures.</returns>
    public string Finish()
    {
        _queue.CompleteAdding();
        _thread.Join();
        return Failure() is { } failure ? throw failure : _delivery.Unplaced;
    }

    /// <summary>What was written, where it is between <see cref="Finish"/> and <see cref="Complete"/>. It is probed once.</summary>
    /// <exception cref="FaultException">KX10xx: it cannot be read as a film.</exception>
    public FilmInfo Written => _delivery.Written(_stop.Token);

    public void Complete()
    {
        Finish();
        try
        {
            _delivery.MoveIntoPlace();
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw EncodeFault.Of(_path, cause.Message, cause);
        }
        _done = true;
    }

    public void Dispose()
    {
        if (!_done)
        {
            _stop.Cancel();
            _thread.Join();
            _delivery.Remove();
        }
        while (_queue.TryTake(out var frame))
            frame.Dispose();
        _queue.Dispose();
        _stop.Dispose();
    }

    private Exception? Failure() => _failure is FaultException fault ? new FaultException(fault.Fault, fault) : _failure;

    private void Encode()
    {
        try
        {
            using var tool = Tool.Start("ffmpeg", _delivery.Arguments().Words);
            using var kill = _stop.Token.Register(tool.Kill);
            var pictures = _delivery.Pictures is { } files ? Task.Run(() => Drain(files, tool)) : null;
            var fed = Feed(tool);
            pictures?.GetAwaiter().GetResult();
            if (!fed || tool.Wait() != 0)
            {
                _stop.Token.ThrowIfCancellationRequested();
                tool.Wait();
                throw EncodeFault.Of(_path, tool.ErrorTail);
            }
            _delivery.Finish(_stop.Token);
            _delivery.Count(_frames, _stop.Token);
        }
        catch (Exception failure)
        {
            // Everything that ends the thread is thrown at the next Write or at Complete.
            _failure = failure is IOException or UnauthorizedAccessException ? EncodeFault.Of(_path, failure.Message, failure) : failure;
            _stop.Cancel();
        }
    }

    private bool Feed(Tool tool)
    {
        var bytes = new byte[_delivery.Wire.Size];
        try
        {
            var nut = _target.Timestamps is null ? null : new NutWriter(tool.Input, _target.Format, _delivery.Wire.Depth, _target.TimeBase);
            foreach (var frame in _queue.GetConsumingEnumerable(_stop.Token))
            {
                using (frame)
                    _delivery.Wire.Pack(frame, bytes);
                if (nut is not null && _target.Timestamps is { } times)
                    nut.Write(times[_frames] - times[0], bytes);
                else
                    tool.Input.Write(bytes);
                _frames++;
            }
            tool.Input.Close();
            return true;
        }
        catch (IOException)
        {
            // ffmpeg ended early; its own words say why.
            return false;
        }
    }

    private static void Drain(DpxFiles files, Tool tool)
    {
        try
        {
            files.Drain(tool.Output);
        }
        catch
        {
            tool.Kill();
            throw;
        }
    }
}
