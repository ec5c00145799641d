using Kinolux.Restoration.Deliveries;

namespace Kinolux.Restoration.Verify;

/// <summary>What a verification came to.</summary>
/// <param name="Proof"><c>exact</c>: every sample was made again from the source and compared; <c>checksums</c>: the output's format changes samples, so what was made again is compared with the checksums taken before encoding, and the output with those taken after.</param>
/// <param name="Proven">True where nothing speaks against the output, and every frame of it was decoded from the source.</param>
/// <param name="Changed">Frames that differ from the source.</param>
/// <param name="Original">Where the source was given back; null where nobody asked.</param>
/// <param name="Findings">The first thousand, by frame.</param>
/// <param name="More">Findings beyond those.</param>
public sealed record VerifyOutcome(
    string Output, string Source, string Work, string Proof, bool Proven, int Frames, int Changed, double Seconds, string? Original, IReadOnlyList<VerifyFinding> Findings, int More)
{
    /// <summary>Frames that could not be decoded in the source, so that nothing vouches for what the output shows there.</summary>
    public int Undecoded { get; init; }
}
