using System.Globalization;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinolux.Tests.Core;

[Trait("Category", "Kernel")]
public sealed class SimdWidthTests
{
    /// <summary>./dev simd sets KINOLUX_EXPECT_SIMD to the widest vectors it allows; a switch that had no effect would test one width four times.</summary>
    [Fact]
    public void The_switch_that_limits_vectors_took_effect()
    {
        var expected = Environment.GetEnvironmentVariable("KINOLUX_EXPECT_SIMD");
        Assert.SkipWhen(expected is null, "only ./dev simd limits the SIMD width");
        var widest = int.Parse(expected, CultureInfo.InvariantCulture);
        TestContext.Current.TestOutputHelper?.WriteLine($"Vector<byte> {Vector<byte>.Count * 8} bit; 512: {Vector512.IsHardwareAccelerated}, 256: {Vector256.IsHardwareAccelerated}, 128: {Vector128.IsHardwareAccelerated}");
        Assert.True(widest >= 512 || !Vector512.IsHardwareAccelerated, "512-bit vectors are still on");
        Assert.True(widest >= 256 || !Vector256.IsHardwareAccelerated, "256-bit vectors are still on");
        Assert.True(widest >= 128 || !Vector128.IsHardwareAccelerated, "128-bit vectors are still on");
        Assert.Equal(widest > 0, Vector.IsHardwareAccelerated);
    }
}
