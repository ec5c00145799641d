using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Restoration;
using Kinolux.Work;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Films;

/// <summary>The films among the works of the production.</summary>
internal sealed class FilmLibrary(StudioSettings settings, WorkLibrary works)
{
    private readonly FilmInfos _infos = new();

    /// <summary>The films as the folder has them now, by name, and what is there and cannot be read.</summary>
    public (IReadOnlyList<StudioFilm> Films, IReadOnlyList<LeftOut> LeftOut) All()
    {
        var (all, leftOut) = works.All();
        return ([.. all.Where(work => work.Engine is FilmEngine).Select(Film)], leftOut);
    }

    /// <exception cref="FaultException">KX6001: there is no such film.</exception>
    public StudioFilm Find(string id) => works.Find(id) is { Engine: FilmEngine } work ? Film(work) : throw FaultException.Of("KX6001", ("id", id));

    /// <summary>The film that a path is the source of, added to the production: its work folder is made, so that it is there from now on.</summary>
    /// <exception cref="FaultException">KX10xx: it cannot be read as a film; KX4101: the folder cannot be written.</exception>
    public StudioFilm Add(string path, Rational? rate)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || path.Length == 0)
            throw FaultException.Of("KX1001", ("film", path.Replace("\0", "", StringComparison.Ordinal)));
        path = Path.GetFullPath(path, settings.Folder);
        _infos.Of(path, rate);
        return Film(works.Add(path, settings.Engines.All.OfType<FilmEngine>().First(), rate is { } given ? new JsonObject { ["rate"] = $"{given}" } : []));
    }

    /// <summary>Opens a film that is none of the production yet.</summary>
    /// <exception cref="FaultException">KX10xx: it cannot be read as a film.</exception>
    public void Probe(string path) => _infos.Of(path, null);

    private StudioFilm Film(WorkItem work) => new(work, _infos);
}
