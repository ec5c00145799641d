using Kinolux.Core.Faults;

namespace Kinolux.Previs.Voices;

/// <summary>How someone sounds.</summary>
/// <param name="Engine">The program that speaks: <c>espeak-ng</c>, <c>flite</c> or <c>festival</c>.</param>
/// <param name="Name">Of espeak-ng a variant, which speaks every language: <c>f3</c>. Of the others a voice: <c>slt</c>, <c>cmu_us_slt_arctic_hts</c>.</param>
/// <param name="Pitch">0 to 99; 50 is the variant's own.</param>
/// <param name="Speed">Words a minute, 80 to 400.</param>
public sealed record Voice(string Engine, string Name, int Pitch = 50, int Speed = 165)
{
    public const string Espeak = "espeak-ng";
    public const string Flite = "flite";
    public const string Festival = "festival";

    /// <summary>Says that it can be asked for: a person may have written it into a scene file.</summary>
    /// <exception cref="FaultException">KX1580: there is no such engine, or what it is called is no name.</exception>
    public void Check()
    {
        if (Engine is not (Espeak or Flite or Festival) || Name.Length is 0 or > 64 || !Name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-') || Name[0] == '-' || Pitch is < 0 or > 99 || Speed is < 80 or > 400)
            throw FaultException.Of("KX1580", ("voice", ToString()));
    }

    public override string ToString() => $"{Engine} {Name} pitch {Pitch} speed {Speed}";
}
