namespace Kinolux.Models.Cards;

/// <summary>One result of a model on a set that it was not trained on.</summary>
/// <param name="Set">Which pictures, such as <c>Set12</c>.</param>
/// <param name="Measure">Which measure, such as <c>psnr</c> in dB; more is better.</param>
/// <param name="Value">What the model reached.</param>
/// <param name="Sigma">The noise that was added, a standard deviation in 8-bit levels; null where none was.</param>
/// <param name="Classical">What the stage without a model reaches there at <c>--quality best</c>: by it a stage chooses. Null where it was not measured.</param>
public sealed record MeasuredQuality(string Set, string Measure, double Value, double? Sigma = null, double? Classical = null);
