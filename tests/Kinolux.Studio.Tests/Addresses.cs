namespace Kinolux.Studio.Tests;

internal static class Addresses
{
    /// <summary>A film's address among the works, where its review is.</summary>
    public static string AsWork(this string film) => film.Replace("/api/films/", "/api/works/", StringComparison.Ordinal);
}
