using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Restoration.Deliveries;
using Kinolux.Restoration.Plans;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Runs;

/// <summary>How a film's work stands: how many questions wait for a person, what was delivered, and what the next render would change of it.</summary>
/// <param name="Delivered">By what the output was made; null where there is none, or it was not made here.</param>
public sealed record RenderState(int Waiting, PendingChanges Pending, DeliveryRecord? Delivered)
{
    /// <summary>Before anything was found.</summary>
    public static RenderState New { get; } = new(0, new PendingChanges(0, 0, false), null);

    /// <param name="output">Where the output is; null where there is none, which nothing can be pending for.</param>
    public static RenderState Of(WorkFolder work, ReviewState state, string? output)
    {
        var waiting = state.Questions.Count(question => question.Waiting > 0);
        if (output is null)
            return New with { Waiting = waiting };
        var delivered = TryRead(work, output);
        var (decisions, wishes) = state.Pending();
        return new RenderState(waiting, new PendingChanges(decisions, wishes, delivered is not null && IsOther(Plan.Read(work.PlanPath), delivered.Plan)), delivered);
    }

    // Where the film was does not change what is made of it.
    private static bool IsOther(Plan now, Plan then) => (now with { Source = then.Source }).ToJson() != then.ToJson();

    private static DeliveryRecord? TryRead(WorkFolder work, string output)
    {
        try
        {
            return DeliveryRecord.Read(work, output);
        }
        catch (FaultException)
        {
            return null;
        }
    }
}
