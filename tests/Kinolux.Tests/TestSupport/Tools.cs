using Kinolux.Core.Faults;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.TestSupport;

/// <summary>What the machine has of the programs that tests need; tests that miss one skip and say so.</summary>
internal static class Tools
{
    public static bool HasFfmpeg { get; } = Has("ffmpeg");

    public static bool Has(string program, string argument = "-version")
    {
        try
        {
            return Tool.Run(program, [argument]).ExitCode == 0;
        }
        catch (FaultException)
        {
            return false;
        }
    }
}
