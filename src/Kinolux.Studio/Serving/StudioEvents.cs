using System.Globalization;
using System.Text.Json;
using System.Threading.Channels;
using Kinolux.Core.Text;

namespace Kinolux.Studio.Serving;

/// <summary>What happens in the studio, for whoever listens. The latest events are kept, so that a listener who lost the network misses nothing. Thread-safe.</summary>
internal sealed class StudioEvents(TimeProvider time)
{
    private const int Kept = 1000;
    private readonly Lock _lock = new();
    private readonly Queue<StudioEvent> _late = new();
    private readonly HashSet<Channel<StudioEvent>> _listeners = [];

    // Numbers begin again with each run of the studio, and an id of another run must not be taken for one of this.
    private readonly string _run = time.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
    private long _number;

    /// <summary>Something about a work changed: its decisions, wishes, plan, or a run of it ended.</summary>
    public void WorkChanged(string id) => Publish("work", new { Id = id });

    /// <summary>The list of works changed.</summary>
    public void WorksChanged() => Publish("works", new { });

    /// <summary>A job left the list.</summary>
    public void JobsChanged() => Publish("jobs", new { });

    public void Publish(string name, object value)
    {
        var data = JsonSerializer.Serialize(value, value.GetType(), KinoluxJson.Line);
        lock (_lock)
        {
            var happened = new StudioEvent(IdOf(++_number), name, data);
            _late.Enqueue(happened);
            if (_late.Count > Kept)
                _late.Dequeue();
            // One who does not read for so long is let go, and begins again.
            _listeners.RemoveWhere(listener => !listener.Writer.TryWrite(happened) && listener.Writer.TryComplete());
        }
    }

    /// <summary>What happened after an event, then what happens from now on, until nobody listens any more. Where that event is not known, a <c>reset</c>.</summary>
    /// <param name="after">An event's id; null for none.</param>
    public ChannelReader<StudioEvent> Listen(string? after, CancellationToken cancel)
    {
        var listener = Channel.CreateBounded<StudioEvent>(2 * Kept);
        lock (_lock)
        {
            foreach (var missed in Missed(after))
                listener.Writer.TryWrite(missed);
            _listeners.Add(listener);
        }
        cancel.Register(() =>
        {
            lock (_lock)
                _listeners.Remove(listener);
            listener.Writer.TryComplete();
        });
        return listener.Reader;
    }

    // The first thing that a listener hears is where it stands, though nothing happened.
    private IEnumerable<StudioEvent> Missed(string? after)
    {
        var here = new StudioEvent(IdOf(_number), "", "");
        if (after is null || after == here.Id)
            return [here];
        var known = _number - _late.Count;
        for (var number = known; number < _number; number++)
            if (IdOf(number) == after)
                return _late.Skip((int)(number - known));
        return [here with { Name = "reset", Data = "{}" }];
    }

    private string IdOf(long number) => string.Create(CultureInfo.InvariantCulture, $"{_run}-{number}");
}
