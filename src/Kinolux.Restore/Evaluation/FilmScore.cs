namespace Kinolux.Restore.Evaluation;

/// <summary>How close a film is to its reference, over a shot or the whole film. Measures are of the guide plane, levels of 255.</summary>
/// <param name="Psnr">Mean of the frames' PSNR, each at most 60 dB.</param>
/// <param name="Ssim">Mean of the frames' structural similarity.</param>
/// <param name="AfterFit">PSNR after one gain and one offset per shot, fitted by least squares.</param>
/// <param name="FlickerIndex">Standard deviation of the frame-to-frame change of the mean error; frames that were lost are left out.</param>
/// <param name="LocalFlickerIndex">The same on each cell of an 8×8 grid, averaged.</param>
/// <param name="Jitter">Root mean square of how far frames lie from the moving average of nine, in luma samples; lost frames are left out.</param>
/// <param name="Altered">Share of samples outside all true masks that are more than 8 levels off; lost frames are left out.</param>
/// <param name="Kinds">Per kind that has masks.</param>
/// <param name="LostFrames">Mean PSNR of the frames that were lost; null where none was.</param>
public sealed record FilmScore(
    double Psnr, double Ssim, double AfterFit, double FlickerIndex, double LocalFlickerIndex, double Jitter, double Altered, IReadOnlyList<MaskScore> Kinds, double? LostFrames);
