using Kinolux.Core.Frames;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.Media;

/// <summary>A folder of films for one test, made by ffmpeg and gone afterwards.</summary>
internal sealed class TestFilm : IDisposable
{
    public TestFilm() => Directory.CreateDirectory(Folder);

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "kinolux-" + Guid.NewGuid().ToString("N")[..12]);

    public string At(string name) => Path.Combine(Folder, name);

    /// <summary>Runs ffmpeg in the folder; words are split at spaces.</summary>
    public void Ffmpeg(string words)
    {
        var result = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)], default, Folder);
        Assert.True(result.ExitCode == 0, words + "\n" + result.ErrorTail);
    }

    /// <summary>A moving test picture as FFV1.</summary>
    public string Make(string name, string pixels = "yuv420p", int width = 64, int height = 48, int frames = 12, string rate = "24")
    {
        Ffmpeg($"-f lavfi -i testsrc=s={width}x{height}:r={rate} -frames:v {frames} -c:v ffv1 -level 3 -pix_fmt {pixels} {name}");
        return At(name);
    }

    /// <summary>Samples of every plane, for comparing frames.</summary>
    public static string Digest(Frame frame)
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.MD5);
        foreach (var plane in frame.Planes)
            for (var y = 0; y < plane.Height; y++)
                hash.AppendData(System.Runtime.InteropServices.MemoryMarshal.AsBytes(plane.Row(y)));
        return Convert.ToHexString(hash.GetHashAndReset());
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
