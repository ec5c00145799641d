using Kinolux.Core.Faults;

namespace Kinolux.Media.Ffmpeg;

/// <summary>Why an output could not be written, from ffmpeg's words or the system's.</summary>
internal static class EncodeFault
{
    /// <summary>KX4001 where the disk is full, else KX1207.</summary>
    public static FaultException Of(string output, string words, Exception? cause = null) =>
        DiskFault.IsFull(words) || (cause is not null && DiskFault.IsFull(cause))
            ? DiskFault.Full(output, cause)
            : new FaultException(FaultException.Of("KX1207", ("output", output)).With(words).Fault, cause);
}
