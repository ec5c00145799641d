using Kinolux.Core.Faults;

namespace Kinolux.Work.Jobs;

/// <summary>Why a job failed, and what to do.</summary>
public sealed record JobFault(string Code, string Message, string Remedy)
{
    public static JobFault Of(Fault fault) => new(fault.Code, fault.Message, fault.Remedy);
}
