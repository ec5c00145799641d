using System.Runtime.InteropServices;
using Kinolux.Production.Work;

namespace Kinolux.Production.Runs;

/// <summary><c>survey/delivered.bin</c>: the mean grey of every frame of the last delivery, for plots of before and after.</summary>
internal static class DeliveredMeans
{
    /// <param name="means">16-bit levels by frame of the film, NaN where none was delivered.</param>
    public static void Write(WorkFolder work, float[] means) => AtomicFile.Write(PathIn(work), stream => stream.Write(MemoryMarshal.AsBytes(means.AsSpan())));

    /// <summary>Null where nothing was delivered yet.</summary>
    public static float[]? TryRead(WorkFolder work) => File.Exists(PathIn(work)) ? MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(PathIn(work))).ToArray() : null;

    private static string PathIn(WorkFolder work) => Path.Combine(work.SurveyPath, "delivered.bin");
}
