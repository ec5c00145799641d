using Kinolux.Core.Faults;

namespace Kinolux.Studio.Jobs;

/// <summary>Why a job failed, and what to do.</summary>
internal sealed record JobFault(string Code, string Message, string Remedy)
{
    public static JobFault Of(Fault fault) => new(fault.Code, fault.Message, fault.Remedy);
}
