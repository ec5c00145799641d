using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restore.Stages.MissingFrames;
using Kinolux.Restore.Survey;

namespace Kinolux.Restoration.Analysis;

/// <summary>A film after the first pass.</summary>
/// <param name="Film">What is worked on: the source, or the source with its fields undone.</param>
/// <param name="Source">The source itself, whose sound goes into the output.</param>
/// <param name="Fields">What was proposed about its fields, decided.</param>
/// <param name="Hashes">MD5 of every decoded frame.</param>
/// <param name="Digest">Hash of those hashes: names the film's pictures.</param>
/// <param name="IsMonochrome">True where no frame has colour, so that one plane says all.</param>
internal sealed record SurveyedFilm(FilmInfo Film, FilmInfo Source, IReadOnlyList<Decided> Fields, IReadOnlyList<string> Hashes, string Digest, FilmSurvey Survey, bool IsMonochrome)
{
    /// <summary>The kind of field defect that was undone; null for none.</summary>
    public string? Undone => Fields.FirstOrDefault(decided => decided.Applies)?.Proposal.Kind;

    /// <summary>Of the frames worked on: one plane where that says all.</summary>
    public FrameFormat Format => IsMonochrome ? Monochrome.Reduced(Film.Format) : Film.Format;

    /// <summary>What a chunk's film is.</summary>
    public FilmTarget ChunkTarget => new() { Format = Format, Rate = Film.Rate, Colour = Film.Colour, IsPassing = true };

    /// <summary>Frames without a picture of their own: those around were never meant to stand in their place.</summary>
    public IEnumerable<int> Lost => Enumerable.Range(0, Hashes.Count).Where(frame => Hashes[frame].Length == 0);

    /// <summary>What the first pass found; a frame without a picture is destroyed, whatever the copy that stands in its place looks like.</summary>
    public IEnumerable<Proposal> Findings()
    {
        var lost = Lost.ToHashSet();
        return Survey.Findings.Where(finding => finding.Frames.Count > 1 || !lost.Contains(finding.Frames.First) || !LostKinds.Contains(finding.Kind)).Concat(lost.Select(Rebuilt));
    }

    /// <summary>Pictures that could not be decoded, so that the one before stands in their place; those that opening the film reported are left out.</summary>
    public IEnumerable<FilmFinding> Undecoded()
    {
        var lost = Lost.Where(frame => !Film.Findings.Any(finding => finding is { Kind: "gap" or "broken", Frames: { } told } && told.Contains(frame))).ToList();
        if (lost.Count > 0)
            yield return new FilmFinding(
                "undecoded", $"{(lost.Count == 1 ? $"frame {lost[0]} cannot" : $"{lost.Count} frames, the first of them {lost[0]}, cannot")} be decoded; the frame before is repeated", new FrameRange(lost[0], lost[^1]));
    }

    /// <summary>Names pictures by the hashes of their frames, in order.</summary>
    public static string DigestOf(IEnumerable<string> hashes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));

    private static readonly string[] LostKinds = [MissingFrames.Duplicate, MissingFrames.Black, MissingFrames.Destroyed, MissingFrames.Blended];

    private static Proposal Rebuilt(int frame) =>
        Proposal.Of(MissingFrames.Destroyed, new FilmPlace(FrameRange.Single(frame)),
            "The film has no picture here that can be decoded", 1, new ProposalSource("decoder", "1"), [new Evidence("pictures decoded", 0, 1)]);

    /// <summary>What the output is, apart from its frames.</summary>
    public FilmTarget Target(FrameRange? range) =>
        Undone is null ? FilmTarget.Like(Film, range) : FilmTarget.Like(Film, range) with { CopyFrom = range is null ? Source : null, FieldOrder = FieldOrder.Progressive };
}
