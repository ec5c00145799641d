using Kinolux.Cli;

namespace Kinolux.Tests.Cli;

public sealed class InterruptsTests
{
    [Fact]
    public void Most_work_stops_at_the_first()
    {
        var interrupts = new Interrupts();
        Assert.True(interrupts.Ask());
        Assert.True(interrupts.Stop.IsCancellationRequested);
        Assert.False(interrupts.Ask());
    }

    [Fact]
    public void Work_with_pieces_to_finish_stops_at_the_second()
    {
        var interrupts = new Interrupts();
        var finish = interrupts.FinishFirst();
        interrupts.Ask();
        Assert.True(finish.IsCancellationRequested);
        Assert.False(interrupts.Stop.IsCancellationRequested);
        interrupts.Ask();
        Assert.True(interrupts.Stop.IsCancellationRequested);
    }

    [Fact]
    public void SIGTERM_stops_at_once()
    {
        var interrupts = new Interrupts();
        interrupts.FinishFirst();
        interrupts.End();
        Assert.True(interrupts.Stop.IsCancellationRequested);
    }
}
