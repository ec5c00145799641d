namespace Kinolux.Studio.Films;

/// <summary>A film to add to the production; it stays where it is.</summary>
/// <param name="Path">A film file, or a pattern such as <c>frames/%06d.dpx</c>; relative to the production's folder.</param>
/// <param name="Rate">Frames a second of an image sequence, such as <c>24</c> or <c>24000/1001</c>.</param>
internal sealed record NewFilm(string Path, string? Rate = null);
