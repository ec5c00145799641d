namespace Kinolux.Restore.Evaluation;

/// <summary>How well the places of one kind of damage were repaired.</summary>
/// <param name="Kind">In the truth's words, such as <c>dirt</c>.</param>
/// <param name="Coverage">Share of the picture that the kind covers, 0 to 1.</param>
/// <param name="Psnr">In dB over the covered samples of all frames together.</param>
/// <param name="Fixed">Share of covered samples that are within <see cref="FrameScore.FixedBelow"/> levels of the reference.</param>
public sealed record MaskScore(string Kind, double Coverage, double Psnr, double Fixed);
