using Kinolux.Core.Processes;

namespace Kinolux.Bench.Speed;

/// <summary>What people chain in ffmpeg against the same damage: it steadies, evens the light, takes out specks and softens grain, and writes FFV1 as we do.</summary>
internal static class FilterChain
{
    public const string Filters = "deshake,deflicker=size=10:mode=pm,removegrain=4,hqdn3d=4:4:6:6";

    /// <returns>Processor seconds.</returns>
    public static double Run(string film, string output)
    {
        var before = Load.Now();
        var run = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", film, "-vf", Filters, "-c:v", "ffv1", "-level", "3", "-g", "1", "-slicecrc", "1", output]);
        return run.ExitCode == 0 ? (Load.Now() - before).Children : throw new InvalidOperationException(run.ErrorTail);
    }
}
