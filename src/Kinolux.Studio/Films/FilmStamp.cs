namespace Kinolux.Studio.Films;

/// <summary>Tells whether a file is still what it was.</summary>
internal readonly record struct FilmStamp(long Length, DateTime Written);
