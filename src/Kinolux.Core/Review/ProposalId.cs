using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Time;

namespace Kinolux.Core.Review;

/// <summary>Names proposals by what and where they are, so that the same finding has the same name in every analysis.</summary>
public static class ProposalId
{
    /// <summary><c>kind-frame-hash</c>, such as <c>dirt-00012-3fa9c1</c>; the hash covers kind, frames and region box.</summary>
    public static string Of(string kind, FrameRange frames, RegionMask? region)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"{kind}|{frames}|{region?.Box}");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{frames.First:D5}-{Convert.ToHexStringLower(hash[..4])}");
    }
}
