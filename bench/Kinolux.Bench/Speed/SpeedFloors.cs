using System.Text.Encodings.Web;
using System.Text.Json;

namespace Kinolux.Bench.Speed;

/// <summary>
/// What each part of a restoration cost when the floors were kept, as a ratio to what ffmpeg's chain cost on the same film in the same run: most of what a machine, or other work on it,
/// does to one it does to the other too.
/// </summary>
internal sealed class SpeedFloors(string path)
{
    private const double Tenth = 1.1;

    // Of the whole: parts below it are smaller than what two runs differ by.
    private const double Noise = 0.02;

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, SortedDictionary<string, double>> _kept =
        File.Exists(path) ? JsonSerializer.Deserialize<SortedDictionary<string, SortedDictionary<string, double>>>(File.ReadAllText(path)) ?? [] : [];

    /// <summary>Null where none were kept of such a film.</summary>
    public IReadOnlyDictionary<string, double>? Of(string film) => _kept.GetValueOrDefault(film);

    /// <summary>True where a part spends more than a tenth more than its floor, and so much that the whole shows it.</summary>
    /// <param name="whole">The floor of all parts together.</param>
    public static bool IsDearer(double now, double floor, double whole) => now > floor * Tenth && now - floor > whole * Noise;

    /// <summary>Keeps them for later runs.</summary>
    public void Keep(string film, IReadOnlyDictionary<string, double> ratios)
    {
        _kept[film] = new SortedDictionary<string, double>(ratios.ToDictionary(part => part.Key, part => Math.Round(part.Value, 3)));
        File.WriteAllText(path, JsonSerializer.Serialize(_kept, Layout) + "\n");
    }
}
