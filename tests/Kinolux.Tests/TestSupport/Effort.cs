using System.Globalization;

namespace Kinolux.Tests.TestSupport;

/// <summary>How often a test tries its luck: a few times in the suite, many times where <c>./dev bench</c> says so.</summary>
internal static class Effort
{
    /// <param name="name">Of the environment variable that says how often.</param>
    /// <param name="few">What the suite does.</param>
    public static int Of(string name, int few) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? many : few;
}
