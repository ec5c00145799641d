using System.Diagnostics.Metrics;

namespace Kinolux.Bench.Speed;

/// <summary>Listens to the meter <c>Kinolux</c> and sums what each stage says of its time.</summary>
internal sealed class StageTimes : IDisposable
{
    private readonly Dictionary<string, double> _seconds = [];
    private readonly MeterListener _listener = new();

    public StageTimes()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Kinolux")
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, tags, _) =>
        {
            lock (_seconds)
            {
                var stage = tags.Length > 0 ? $"{tags[0].Value}" : "";
                _seconds[stage] = _seconds.GetValueOrDefault(stage) + seconds;
            }
        });
        _listener.Start();
    }

    public IReadOnlyDictionary<string, double> Seconds => _seconds;

    public void Dispose() => _listener.Dispose();
}
