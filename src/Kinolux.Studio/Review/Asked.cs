using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Studio.Review;

/// <summary>Whether what was asked makes sense.</summary>
internal static class Asked
{
    public static FaultException Wrong(string name, string value, string right) => Unclear($"{name}={value} is not {right}");

    public static FaultException Unclear(string problem) => FaultException.Of("KX6004", ("problem", problem));

    /// <summary>The region, if it lies in the picture.</summary>
    /// <exception cref="FaultException">KX6061: it does not.</exception>
    public static RegionMask? Region(RegionMask? region, FrameFormat format)
    {
        if (region is null)
            return null;
        var (x, y, width, height) = region.Box;
        var inside = x >= 0 && y >= 0 && width >= 1 && height >= 1 && x <= format.Width - width && y <= format.Height - height;
        if (!inside)
            throw FaultException.Of("KX6061", ("width", $"{format.Width}"), ("height", $"{format.Height}"));
        return region;
    }
}
