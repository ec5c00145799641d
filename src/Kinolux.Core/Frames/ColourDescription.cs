namespace Kinolux.Core.Frames;

/// <summary>What the samples of a film mean, in the words of ITU-T H.273 as ffmpeg spells them; <c>unknown</c> where a film does not say.</summary>
/// <param name="Range"><c>tv</c> (16–235 of 255), <c>pc</c> (full scale) or <c>unknown</c>.</param>
/// <param name="Primaries">Such as <c>bt709</c> or <c>bt470bg</c>.</param>
/// <param name="Transfer">Such as <c>bt709</c>, <c>linear</c> or <c>log</c>.</param>
/// <param name="Matrix">Such as <c>smpte170m</c>; <c>gbr</c> for RGB.</param>
/// <param name="ChromaLocation">Such as <c>left</c>.</param>
public sealed record ColourDescription(
    string Range = ColourDescription.Unknown, string Primaries = ColourDescription.Unknown, string Transfer = ColourDescription.Unknown,
    string Matrix = ColourDescription.Unknown, string ChromaLocation = ColourDescription.Unknown)
{
    public const string Unknown = "unknown";

    public bool IsFullRange => Range == "pc";
}
