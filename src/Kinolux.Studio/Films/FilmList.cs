namespace Kinolux.Studio.Films;

/// <summary>The films of the production.</summary>
internal sealed record FilmList(IReadOnlyList<FilmCard> Films);
