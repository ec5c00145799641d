using System.Security.Cryptography;
using Kinolux.Core.Frames;
using Kinolux.Restore.Stages;

namespace Kinolux.Tests.Restore.Contract;

/// <summary>./dev simd runs this on every SIMD width and compares what it writes into the file that KINOLUX_BITS names.</summary>
[Trait("Category", "Kernel")]
public sealed class StageBitsTests
{
    [Fact]
    public void Every_stage_gives_the_same_bits_again()
    {
        var film = new ContractFilm(83, 61, PixelLayout.Yuv420, 8);
        var lines = StageCatalog.All.Select(stage => $"{stage.Info.Id} {Digest(film, stage)}").Prepend($"film {Hash([film.Source(0), film.Source(7)])}").ToList();
        Assert.Equal(lines.Skip(1), StageCatalog.All.Select(stage => $"{stage.Info.Id} {Digest(film, stage)}"));
        if (Environment.GetEnvironmentVariable("KINOLUX_BITS") is { Length: > 0 } path)
            File.WriteAllLines(path, lines);
    }

    private static string Digest(ContractFilm film, IRestorationStage stage) => Hash(film.Run(stage, stage.DefaultOptions));

    private static string Hash(IEnumerable<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
            hash.AppendData(part);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
