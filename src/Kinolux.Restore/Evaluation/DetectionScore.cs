namespace Kinolux.Restore.Evaluation;

/// <summary>What was found of a kind of damage: samples for dirt, scratches and stains, frames for lost frames.</summary>
/// <param name="Hits">True and found.</param>
/// <param name="FalseAlarms">Found, not true.</param>
/// <param name="Misses">True, not found.</param>
public sealed record DetectionScore(string Kind, long Hits, long FalseAlarms, long Misses)
{
    public double Precision => Hits + FalseAlarms == 0 ? 1 : (double)Hits / (Hits + FalseAlarms);

    public double Recall => Hits + Misses == 0 ? 1 : (double)Hits / (Hits + Misses);

    public double F1 => Hits == 0 ? (FalseAlarms + Misses == 0 ? 1 : 0) : 2 * Precision * Recall / (Precision + Recall);

    public static DetectionScore operator +(DetectionScore a, DetectionScore b) =>
        a with { Hits = a.Hits + b.Hits, FalseAlarms = a.FalseAlarms + b.FalseAlarms, Misses = a.Misses + b.Misses };
}
