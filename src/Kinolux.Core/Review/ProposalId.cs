using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Kinolux.Core.Review;

/// <summary>Names proposals by what and where they are, so that the same finding has the same name in every analysis.</summary>
public static class ProposalId
{
    /// <summary><c>kind-first-hash</c>, such as <c>dirt-00012-3fa9c1c0</c> in frame 12; the hash covers kind and the place's key.</summary>
    public static string Of(string kind, Place place)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}|{place.Key}"), hash);
        // Lines move when something is inserted above, and would take the name with them.
        var first = place is TextPlace or NodePlace ? "" : string.Create(CultureInfo.InvariantCulture, $"-{place.Extent.First:D5}");
        return $"{kind}{first}-{Convert.ToHexStringLower(hash[..4])}";
    }
}
