using Kinolux.Core.Time;

namespace Kinolux.Media.Display;

/// <summary>What is needed to show a film's samples as they are meant to look.</summary>
public sealed record PictureLook
{
    public LumaMatrix Matrix { get; init; } = LumaMatrix.Bt601;

    /// <summary>False where black is 16 and white is 235 of 255.</summary>
    public bool FullRange { get; init; }

    /// <summary>Width of a sample over its height.</summary>
    public Rational SampleAspect { get; init; } = new(1, 1);

    /// <summary>Degrees to turn the picture clockwise when it is shown: 0, 90, 180 or 270.</summary>
    public int Rotation { get; init; }

    /// <summary>The matrix that a film of this height most likely has, where nothing is said.</summary>
    public static LumaMatrix GuessMatrix(int height) => height > 576 ? LumaMatrix.Bt709 : LumaMatrix.Bt601;
}
