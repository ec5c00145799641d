using System.Collections.Concurrent;
using Kinolux.Restoration.Pictures;
using Kinolux.Studio.Films;

namespace Kinolux.Studio.Pictures;

/// <summary>The pictures of every film of the production; their readers share one store and its bound of memory.</summary>
internal sealed class PictureCache(TimeProvider time) : IDisposable
{
    private readonly FrameStore _frames = new(time);
    private readonly ConcurrentDictionary<(string Source, string Work), FilmPictures> _films = new();

    public FilmPictures Of(StudioFilm film) =>
        _films.GetOrAdd((film.Source, film.WorkPath), _ => new FilmPictures(_frames, new FramePlaces(film.Source, film.Rate, film.WorkPath)));

    public void Dispose() => _frames.Dispose();
}
