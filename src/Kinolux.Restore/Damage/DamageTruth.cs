using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Restore.Damage;

/// <summary>All that was done to a film: <c>truth.json</c>. Masks lie beside it as <c>masks/KIND/000012.png</c>, white where the kind changed the frame visibly.</summary>
/// <param name="Kinds">In words, see <see cref="DamageWords"/>.</param>
/// <param name="Width">Of the film, in luma samples.</param>
/// <param name="Frames">In order, from frame 0.</param>
public sealed record DamageTruth(int Version, IReadOnlyList<string> Kinds, double Strength, long Seed, int Width, int Height, IReadOnlyList<FrameDamage> Frames)
{
    public const int CurrentVersion = 1;
    public const string FileName = "truth.json";

    /// <summary>Kinds that have a mask per frame.</summary>
    public static IReadOnlyList<string> MaskKinds { get; } = ["dirt", "scratches", "stains"];

    public static string MaskPath(string folder, string kind, int frame) => Path.Combine(folder, "masks", kind, $"{frame:D6}.png");

    /// <exception cref="FaultException">KX2703: there is no truth, or it cannot be read.</exception>
    public static DamageTruth Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            var truth = KinoluxJson.Read<DamageTruth>(WholeFile.Text(path));
            return truth.Version == CurrentVersion ? truth : throw FaultException.Of("KX2703", ("path", path), ("why", "it has another version"));
        }
        catch (Exception cause) when (cause is IOException or JsonException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2703", cause, ("path", path), ("why", cause is JsonException ? "it is not a truth file" : "it is not there"));
        }
    }
}
