using System.Diagnostics;
using System.Globalization;

namespace Kinolux.Bench.Speed;

/// <summary>Processor time of this process and of the processes that it started and saw end, in seconds. Linux only.</summary>
internal readonly record struct Load(double Own, double Children)
{
    private const double TicksPerSecond = 100;

    public static Load operator -(Load later, Load earlier) => new(later.Own - earlier.Own, later.Children - earlier.Children);

    public static Load Now()
    {
        // What stands in brackets may hold spaces; fields 16 and 17 of proc(5) are the children's.
        var stat = File.ReadAllText("/proc/self/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var children = (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)) / TicksPerSecond;
        return new Load(Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds, children);
    }

    /// <summary>Lets the peak count from here.</summary>
    public static void ForgetPeak() => File.WriteAllText("/proc/self/clear_refs", "5");

    /// <summary>The most memory that this process ever held since <see cref="ForgetPeak"/>.</summary>
    public static double PeakMiB() =>
        double.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
}
