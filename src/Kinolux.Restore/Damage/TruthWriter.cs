using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Png;
using Kinolux.Core.Text;

namespace Kinolux.Restore.Damage;

/// <summary>Writes a <see cref="DamageTruth"/> frame by frame, with its masks. <c>truth.json</c> appears when it is complete.</summary>
public sealed class TruthWriter : IDisposable
{
    private readonly string _folder;
    private readonly string _temporary;
    private readonly FileStream _file;
    private readonly Utf8JsonWriter _json;
    private readonly Plane _plane;
    private readonly IReadOnlyList<(string Kind, byte[] Mask)> _masks;

    /// <exception cref="FaultException">KX2702: the folder holds a truth already and <paramref name="overwrite"/> is false.</exception>
    public TruthWriter(string folder, DamageOptions options, FrameFormat format, bool overwrite)
    {
        _folder = folder;
        if (!overwrite && File.Exists(Path.Combine(folder, DamageTruth.FileName)))
            throw FaultException.Of("KX2702", ("folder", folder));
        Masks = new DamageMasks(format.Width, format.Height);
        _masks = new (DamageKinds Flag, string Kind, byte[] Mask)[]
            { (DamageKinds.Dirt, "dirt", Masks.Dirt), (DamageKinds.Scratches, "scratches", Masks.Scratches), (DamageKinds.Stains, "stains", Masks.Stains) }
            .Where(entry => options.Has(entry.Flag)).Select(entry => (entry.Kind, entry.Mask)).ToList();
        foreach (var (kind, _) in _masks)
            Directory.CreateDirectory(Path.Combine(folder, "masks", kind));
        Directory.CreateDirectory(folder);
        _plane = new Plane(format.Width, format.Height);
        _temporary = Path.Combine(folder, $".{DamageTruth.FileName}.part");
        _file = File.Create(_temporary);
        _json = new Utf8JsonWriter(_file);
        Begin(options, format);
    }

    /// <summary>To be filled by the <see cref="Degrader"/> before each <see cref="Add"/>.</summary>
    public DamageMasks Masks { get; }

    public void Add(FrameDamage damage)
    {
        JsonSerializer.Serialize(_json, damage, KinoluxJson.Line);
        if (_json.BytesPending > 1 << 16)
            _json.Flush();
        foreach (var (kind, mask) in _masks)
        {
            for (var y = 0; y < _plane.Height; y++)
            {
                var row = _plane.Row(y);
                for (var x = 0; x < row.Length; x++)
                    row[x] = (ushort)(mask[y * _plane.Width + x] * 257);
            }
            PngFile.Write(DamageTruth.MaskPath(_folder, kind, damage.Frame), 8, _plane);
        }
    }

    public void Complete()
    {
        _json.WriteEndArray();
        _json.WriteEndObject();
        _json.Dispose();
        _file.Dispose();
        AtomicFile.FlushAll(_folder);
        AtomicFile.Place(_temporary, Path.Combine(_folder, DamageTruth.FileName), overwrite: true);
    }

    /// <summary>Without <see cref="Complete"/>, no <c>truth.json</c> is left.</summary>
    public void Dispose()
    {
        _json.Dispose();
        _file.Dispose();
        File.Delete(_temporary);
    }

    private void Begin(DamageOptions options, FrameFormat format)
    {
        _json.WriteStartObject();
        _json.WriteNumber("version", DamageTruth.CurrentVersion);
        _json.WriteStartArray("kinds");
        foreach (var word in DamageWords.Of(options.Kinds))
            _json.WriteStringValue(word);
        _json.WriteEndArray();
        _json.WriteNumber("strength", options.Strength);
        _json.WriteNumber("seed", options.Seed);
        _json.WriteNumber("width", format.Width);
        _json.WriteNumber("height", format.Height);
        _json.WriteStartArray("frames");
    }
}
