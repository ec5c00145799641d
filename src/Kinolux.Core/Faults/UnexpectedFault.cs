namespace Kinolux.Core.Faults;

/// <summary>Faults for what no code foresaw: a disk that is full wherever it was written to, a right that is missing, and our own mistakes.</summary>
public static class UnexpectedFault
{
    private static readonly Fault NoMemory = FaultException.Of("KX5003").Fault;

    /// <summary>Reads the catalogue now: when memory has run out it is too late.</summary>
    public static void Prepare() => ArgumentNullException.ThrowIfNull(NoMemory);

    public static Fault Explain(Exception surprise) => surprise switch
    {
        AggregateException { InnerExceptions: [FaultException inner, ..] } => inner.Fault,
        AggregateException { InnerExceptions: [var first, ..] } => Explain(first),
        IOException when DiskFault.IsFull(surprise) => DiskFault.Full(surprise.Message).Fault,
        IOException or UnauthorizedAccessException => FaultException.Of("KX4002", ("problem", surprise.Message)).Fault,
        OutOfMemoryException => NoMemory,
        _ => FaultException.Of("KX5000", ("problem", $"{surprise.GetType().Name}: {surprise.Message.ReplaceLineEndings(" ")}")).Fault with { Details = surprise.StackTrace ?? "" },
    };
}
