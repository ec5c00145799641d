using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Media.Outputs;

namespace Kinolux.Media;

/// <summary>
/// Encodes frames on a thread of its own into what the output's name asks for: <c>.mkv</c> FFV1, <c>.mov</c> ProRes 422 HQ (4444 for full chroma), <c>.mp4</c> H.264,
/// or <c>name.%06d.dpx|tif|png</c>. Everything lies beside the output under a temporary name until <see cref="Complete"/>.
/// </summary>
public sealed class FilmWriter : IFrameSink
{
    private readonly BlockingCollection<Frame> _queue;
    private readonly CancellationTokenSource _stop;
    private readonly Thread _thread;
    private readonly Delivery _delivery;
    private readonly FrameFormat _format;
    private readonly string _path;
    private Exception? _failure;
    private bool _done;

    /// <param name="queue">Frames that may wait before <see cref="Write"/> blocks.</param>
    /// <exception cref="FaultException">KX12xx: the output cannot be written as named.</exception>
    public FilmWriter(string path, FilmTarget target, bool overwrite = false, int queue = 4, CancellationToken cancel = default)
    {
        _path = path;
        _format = target.Format;
        _delivery = Delivery.To(path, target, overwrite);
        _queue = new BlockingCollection<Frame>(queue);
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _thread = new Thread(Encode) { IsBackground = true, Name = "film writer" };
        _thread.Start();
    }

    /// <summary>Says early what would stop an output later: before hours of work, not after.</summary>
    /// <exception cref="FaultException">KX12xx: the output cannot be written as named.</exception>
    public static void Check(string path, FilmTarget target, bool overwrite) =>
        OutputCheck.Require(path, OutputKind.Of(path), target.CopyFrom, overwrite);

    /// <summary>What could not be kept exactly as the source has it.</summary>
    public IReadOnlyList<FilmFinding> Findings => _delivery.Findings;

    /// <exception cref="ArgumentException">The frame has another format than the target's.</exception>
    public void Write(Frame frame)
    {
        if (frame.Format != _format)
            throw new ArgumentException($"A frame of {frame.Format} cannot be written into a film of {_format}.", nameof(frame));
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

    public void Complete()
    {
        _queue.CompleteAdding();
        _thread.Join();
        if (Failure() is { } failure)
            throw failure;
        _delivery.MoveIntoPlace();
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
            using var tool = Tool.Start("ffmpeg", _delivery.Arguments.Words);
            using var kill = _stop.Token.Register(tool.Kill);
            if (!Feed(tool) || tool.Wait() != 0)
            {
                _stop.Token.ThrowIfCancellationRequested();
                tool.Wait();
                throw Fault(tool.ErrorTail);
            }
        }
        // Everything that ends the thread is thrown at the next Write or at Complete.
        catch (Exception failure)
        {
            _failure = failure;
            _stop.Cancel();
        }
    }

    private bool Feed(Tool tool)
    {
        var bytes = new byte[_delivery.Wire.Size];
        try
        {
            foreach (var frame in _queue.GetConsumingEnumerable(_stop.Token))
            {
                using (frame)
                    _delivery.Wire.Pack(frame, bytes);
                tool.Input.Write(bytes);
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

    private FaultException Fault(string words) =>
        FaultException.Of(words.Contains("No space left", StringComparison.Ordinal) ? "KX1208" : "KX1207", ("output", _path)).With(words);
}
