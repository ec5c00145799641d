using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Kinolux.Core.Files;
using Kinolux.Restoration.Plans;
using Kinolux.Work;

namespace Kinolux.Restoration.Deliveries;

/// <summary><c>survey/delivered.bin</c>: the mean grey of every frame of the last delivery, for plots of before and after, and a hash of it.</summary>
internal static class DeliveredMeans
{
    /// <param name="means">16-bit levels by frame of the film, NaN where none was delivered.</param>
    public static void Write(WorkFolder work, float[] means) => AtomicFile.Write(PathIn(work), stream =>
    {
        stream.Write(MemoryMarshal.AsBytes(means.AsSpan()));
        stream.Write(SHA256.HashData(MemoryMarshal.AsBytes(means.AsSpan())));
    });

    /// <summary>Null where nothing was delivered yet, or the file is not as it was written.</summary>
    public static float[]? TryRead(WorkFolder work)
    {
        var path = PathIn(work);
        var bytes = File.Exists(path) ? WholeFile.Read(path).AsSpan() : [];
        return bytes.Length > SHA256.HashSizeInBytes && SHA256.HashData(bytes[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..])
            ? MemoryMarshal.Cast<byte, float>(bytes[..^SHA256.HashSizeInBytes]).ToArray()
            : null;
    }

    private static string PathIn(WorkFolder work) => work.Survey.At("delivered.bin");
}
