namespace Kinolux.Restore.Evaluation;

/// <summary>Errors over a set of samples.</summary>
/// <param name="Squares">Sum of squared errors in 16-bit levels.</param>
/// <param name="Close">Samples closer than <see cref="FrameScore.FixedBelow"/>.</param>
/// <param name="Far">Samples further off than <see cref="FrameScore.AlteredAbove"/>.</param>
internal readonly record struct Region(long Samples, double Squares, long Close, long Far)
{
    public double Psnr => Samples == 0 ? Fidelity.Cap : Fidelity.Psnr(Squares / (257.0 * 257 * Samples));

    public Region With(int error)
    {
        var size = Math.Abs(error);
        return new Region(Samples + 1, Squares + (double)error * error, Close + (size < FrameScore.FixedBelow * 257 ? 1 : 0), Far + (size > FrameScore.AlteredAbove * 257 ? 1 : 0));
    }

    public static Region operator +(Region a, Region b) => new(a.Samples + b.Samples, a.Squares + b.Squares, a.Close + b.Close, a.Far + b.Far);
}
