namespace Kinolux.Bench.Judges;

/// <summary>What one judge takes of one piece of film, and over all of them whether its confidence is a probability.</summary>
internal sealed class JudgeScore(string name)
{
    private const int Bins = 10;

    private readonly (double Confidence, int Dirt, int Count)[] _bins = new (double, int, int)[Bins];
    private long _taken;
    private long _hit;

    public string Name { get; } = name;

    public IReadOnlyList<(double Confidence, double Share, int Count)> Reliability =>
        [.. _bins.Where(bin => bin.Count > 0).Select(bin => (bin.Confidence / bin.Count, (double)bin.Dirt / bin.Count, bin.Count))];

    /// <summary>Mean distance between confidence and share.</summary>
    public double CalibrationError => _bins.Sum(bin => Math.Abs(bin.Confidence - bin.Dirt)) / _bins.Sum(bin => bin.Count);

    public void Begin() => (_taken, _hit) = (0, 0);

    public void Add(Candidate candidate, double confidence)
    {
        ref var bin = ref _bins[Math.Min(Bins - 1, (int)(confidence * Bins))];
        bin = (bin.Confidence + confidence, bin.Dirt + (candidate.IsDirt ? 1 : 0), bin.Count + 1);
        if (confidence >= 0.5)
            (_taken, _hit) = (_taken + candidate.Mask, _hit + candidate.MaskHit);
    }

    /// <summary>Cells of a table: precision, recall and F1 per sample, samples taken wrongly.</summary>
    /// <param name="dirt">Damaged samples.</param>
    public string Cells(long dirt) => dirt == 0
        ? JudgeBench.Say($"| | | {_taken - _hit}")
        : JudgeBench.Say($"{(double)_hit / Math.Max(1, _taken):0.000} | {(double)_hit / dirt:0.000} | {2.0 * _hit / (_taken + dirt):0.000} | {_taken - _hit}");
}
