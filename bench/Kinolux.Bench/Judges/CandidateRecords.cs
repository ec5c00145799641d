using System.Globalization;
using System.Runtime.InteropServices;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Bench.Judges;

/// <summary>
/// Candidates on disk, as <c>training/judge.py</c> reads them: a file of fixed records for each film and damage,
/// and in <c>films.csv</c> a line for each: file, film, strength of the damage, damaged samples.
/// </summary>
internal sealed class CandidateRecords : IDisposable
{
    private readonly string _folder;
    private readonly StreamWriter _list;
    private readonly float[] _values = new float[SpeckPatch.Length];
    private readonly sbyte[] _patch = new sbyte[SpeckPatch.Length];
    private Stream _records = Stream.Null;

    public CandidateRecords(string folder)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _list = new StreamWriter(Path.Combine(_folder, "films.csv"), append: true) { AutoFlush = true };
    }

    public void Begin(Material material, int damage, long dirt)
    {
        _records.Dispose();
        var file = string.Create(CultureInfo.InvariantCulture, $"{material.Name}-{damage}.candidates");
        _records = File.Create(Path.Combine(_folder, file));
        _list.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file},{material.Name},{material.Damage?.Strength ?? 0},{dirt}"));
    }

    public void Add(Candidate candidate)
    {
        var (exam, speck) = (candidate.Exam, candidate.Exam.Speck);
        int[] numbers = [candidate.Frame, speck.X, speck.Y, exam.IsSeen ? 1 : 0, speck.Pixels.Length, candidate.Hit, candidate.Mask, candidate.MaskHit];
        Span<float> traits = stackalloc float[SpeckTraits.Count + 1];
        for (var i = 0; i < SpeckTraits.Count; i++)
            traits[i] = exam.Traits[i];
        traits[SpeckTraits.Count] = (float)candidate.Confidence;
        candidate.Draw(_values);
        for (var i = 0; i < _values.Length; i++)
            _patch[i] = (sbyte)MathF.Round(_values[i] * 127 / SpeckPatch.Most);
        _records.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
        _records.Write(MemoryMarshal.AsBytes(traits));
        _records.Write(MemoryMarshal.AsBytes(_patch.AsSpan()));
    }

    public void Dispose()
    {
        _records.Dispose();
        _list.Dispose();
    }
}
