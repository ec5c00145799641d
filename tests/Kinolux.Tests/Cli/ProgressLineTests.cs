using Kinolux.Cli.Output;
using Kinolux.Core.Progress;

namespace Kinolux.Tests.Cli;

public sealed class ProgressLineTests
{
    [Fact]
    public void Words_name_stage_shot_frame_speed_and_time_left() =>
        Assert.Equal("restore, shot 3, frame 120 of 480 (25 %), 12.5 frames/s, 1 min 5 s left", ProgressLine.Words(new JobProgress("restore", 3, 120, 480, 12.49, TimeSpan.FromSeconds(65))));

    [Fact]
    public void Without_a_terminal_a_line_comes_every_five_seconds()
    {
        var (clock, text) = (new StillClock(), new StringWriter());
        using (var line = new ProgressLine(text, clock, terminal: false, json: false, 80))
            for (var n = 0; n < 120; n++, clock.Seconds += 0.1)
                line.Report(new JobProgress("survey", 0, n, 120));
        Assert.Equal(["survey, frame 0 of 120 (0 %)", "survey, frame 50 of 120 (41 %)", "survey, frame 100 of 120 (83 %)"], text.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void On_a_terminal_the_line_renews_itself_fits_and_goes_away()
    {
        var text = new StringWriter();
        using (var line = new ProgressLine(text, new StillClock(), terminal: true, json: false, 20))
            line.Report(new JobProgress("survey", 1, 5, 10));
        Assert.Equal("\rsurvey, shot 1, fra\u001b[K\r\u001b[K", text.ToString());
    }

    [Fact]
    public void The_meter_tells_speed_and_time_left()
    {
        var (clock, last) = (new StillClock(), (JobProgress?)null);
        var meter = new ProgressMeter(new Listener(progress => last = progress), clock, "survey", 100);
        for (var n = 0; n < 50; n++)
        {
            clock.Seconds += 0.5;
            meter.Step(shot: 2);
        }
        Assert.NotNull(last);
        Assert.Equal((2, 50, 100), (last.Shot, last.Frame, last.Frames));
        Assert.Equal(2, last.FramesPerSecond, 0.01);
        Assert.Equal(25, last.TimeLeft?.TotalSeconds ?? 0, 0.1);
    }

    private sealed class Listener(Action<JobProgress> hear) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => hear(value);
    }

    private sealed class StillClock : TimeProvider
    {
        public double Seconds { get; set; }

        public override long TimestampFrequency => 1_000_000;

        public override long GetTimestamp() => (long)Math.Round(Seconds * 1_000_000);
    }
}
