using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kinolux.Core.Frames;

namespace Kinolux.Restoration.Deliveries;

/// <summary>Names a frame by its samples: 32 hexadecimal digits of their SHA-256, plane by plane.</summary>
internal static class FrameDigest
{
    public static string Of(Frame frame)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var plane in frame.Planes)
            for (var y = 0; y < plane.Height; y++)
                hash.AppendData(MemoryMarshal.AsBytes(plane.Row(y)));
        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 16));
    }
}
