using Kinolux.Media;
using Kinolux.Restore.Survey;

namespace Kinolux.Production.Runs;

/// <summary>A film after the first pass.</summary>
/// <param name="Hashes">MD5 of every decoded frame.</param>
/// <param name="Digest">Hash of those hashes: names the film's pictures.</param>
/// <param name="IsMonochrome">True where no frame has colour, so that one plane says all.</param>
internal sealed record SurveyedFilm(FilmInfo Film, IReadOnlyList<string> Hashes, string Digest, FilmSurvey Survey, bool IsMonochrome);
