using Kinolux.Core.Faults;

namespace Kinolux.Studio.Works;

/// <summary>Whether what was asked makes sense.</summary>
internal static class Asked
{
    public static FaultException Wrong(string name, string value, string right) => Unclear($"{name}={value} is not {right}");

    public static FaultException Unclear(string problem) => FaultException.Of("KX6004", ("problem", problem));
}
