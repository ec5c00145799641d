using Kinolux.Cli.Output;
using Kinolux.Core.Progress;

namespace Kinolux.Tests.Cli;

public sealed class ProgressLineTests
{
    [Fact]
    public void Words_name_step_part_count_speed_and_time_left() =>
        Assert.Equal("restore, part 3, 120 of 480 frames (25 %), 12.5 frames/s, 1 min 5 s left", ProgressLine.Words(new JobProgress("restore", "3", 120, 480, "frames", 12.49, TimeSpan.FromSeconds(65))));

    [Fact]
    public void Without_a_terminal_a_line_comes_every_five_seconds()
    {
        var (clock, text) = (new StillClock(), new StringWriter());
        using (var line = new ProgressLine(text, clock, terminal: false, json: false, 80))
            for (var n = 0; n < 120; n++, clock.Seconds += 0.1)
                line.Report(new JobProgress("survey", null, n, 120, "frames"));
        Assert.Equal(["survey, 0 of 120 frames (0 %)", "survey, 50 of 120 frames (41 %)", "survey, 100 of 120 frames (83 %)"], text.ToString().Trim().Split('\n'));
    }

    [Fact]
    public void On_a_terminal_the_line_renews_itself_fits_and_goes_away()
    {
        var text = new StringWriter();
        using (var line = new ProgressLine(text, new StillClock(), terminal: true, json: false, 20))
            line.Report(new JobProgress("survey", "1", 5, 10, "frames"));
        Assert.Equal("\rsurvey, part 1, 5 o\u001b[K\r\u001b[K", text.ToString());
    }

    [Fact]
    public void The_meter_tells_speed_and_time_left()
    {
        var (clock, last) = (new StillClock(), (JobProgress?)null);
        var meter = new ProgressMeter(new Listener(progress => last = progress), clock, "survey", 100);
        for (var n = 0; n < 50; n++)
        {
            clock.Seconds += 0.5;
            meter.Step("2");
        }
        Assert.NotNull(last);
        Assert.Equal(("2", 50L, 100L), (last.Part, last.Done, last.Total));
        Assert.Equal(2, last.Rate, 0.01);
        Assert.Equal(25, last.TimeLeft?.TotalSeconds ?? 0, 0.1);
    }

    [Fact]
    public void The_time_left_is_that_of_all_steps_and_not_of_the_one_at_work()
    {
        var (clock, last) = (new StillClock(), (JobProgress?)null);
        var steps = new JobSteps(new Listener(progress => last = progress), clock, new PlannedStep("survey", 10, "frames"), new PlannedStep("restore", 100, "frames", 6), new PlannedStep("deliver", 100, "frames", 0.5));
        void Do(ProgressMeter meter, int count, double seconds)
        {
            for (var i = 0; i < count; i++)
            {
                clock.Seconds += seconds;
                meter.Step();
            }
        }

        Do(steps.Begin("survey"), 10, 0.1);
        Assert.Equal(65, last?.TimeLeft?.TotalSeconds ?? 0, 0.1);
        Do(steps.Begin("restore"), 50, 1);
        Assert.Equal(50 + 100 / 12.0, last?.TimeLeft?.TotalSeconds ?? 0, 0.1);
        Do(steps.Begin("deliver"), 100, 0.2);
        Assert.Equal(0, last?.TimeLeft?.TotalSeconds ?? -1, 0.1);
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
