using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Production.Work;
using Kinolux.Studio.Serving;

namespace Kinolux.Studio.Films;

/// <summary>
/// The films of the production folder and of the folders directly in it: every work folder, and every film file that is neither source nor output of one.
/// Ids are looked up in this list alone, so that nothing in an address is ever taken for a path.
/// </summary>
internal sealed class FilmShelf(StudioSettings settings)
{
    private readonly FilmInfos _infos = new();
    private volatile IReadOnlyDictionary<string, StudioFilm> _films = new Dictionary<string, StudioFilm>();

    /// <summary>The films as the folder has them now, by name.</summary>
    public IReadOnlyList<StudioFilm> All() => AllThatCanBeRead().Films;

    /// <summary>The same, and what is there and cannot be read.</summary>
    public (IReadOnlyList<StudioFilm> Films, IReadOnlyList<LeftOut> LeftOut) AllThatCanBeRead()
    {
        List<LeftOut> leftOut = [];
        var films = Scan(leftOut).OrderBy(film => film.Name, StringComparer.OrdinalIgnoreCase).ThenBy(film => film.WorkPath, StringComparer.Ordinal).ToList();
        _films = films.ToDictionary(film => film.Id);
        return (films, leftOut);
    }

    /// <exception cref="FaultException">KX6001: there is no such film.</exception>
    public StudioFilm Find(string id)
    {
        if (_films.TryGetValue(id, out var film) && (film.IsSourceThere || Directory.Exists(film.WorkPath)))
            return film;
        return All().FirstOrDefault(film => film.Id == id) ?? throw FaultException.Of("KX6001", ("id", id));
    }

    /// <summary>The film that a path is the source of, added to the production: its work folder is made, so that it is there from now on.</summary>
    /// <exception cref="FaultException">KX10xx: it cannot be read as a film; KX4101: the folder cannot be written.</exception>
    public StudioFilm Add(string path, Rational? rate)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || path.Length == 0)
            throw FaultException.Of("KX1001", ("film", path.Replace("\0", "", StringComparison.Ordinal)));
        path = Path.GetFullPath(path, settings.Folder);
        _infos.Of(path, rate);
        var there = All();
        if (there.FirstOrDefault(film => film.Source == path) is { } known)
            return Begin(known);
        var output = FilmFiles.OutputFor(path, settings.Folder, [.. there.Select(film => film.Output)]);
        return Find(Begin(Film(path, rate, output, WorkFolder.For(output))).Id);
    }

    /// <summary>Opens a film that is none of the production yet.</summary>
    /// <exception cref="FaultException">KX10xx: it cannot be read as a film.</exception>
    public void Probe(string path) => _infos.Of(path, null);

    /// <summary>Makes the film's work folder, where it has none yet, so that the command line goes on with the same work.</summary>
    /// <exception cref="FaultException">KX4101: the folder cannot be written.</exception>
    public StudioFilm Begin(StudioFilm film)
    {
        if (WorkNote.TryRead(film.WorkPath) is not null)
            return film;
        using var work = WorkFolder.Hold(film.WorkPath);
        new WorkNote(film.Source, film.Rate?.ToString(), film.Output).Write(work);
        return film;
    }

    private IEnumerable<StudioFilm> Scan(List<LeftOut> leftOut)
    {
        var folders = FilmFiles.Folders(settings.Folder).Where(folder => CanBeListed(folder, leftOut)).ToList();
        var worked = folders.SelectMany(FilmFiles.WorkFolders).Select(folder => Worked(folder, leftOut)).OfType<StudioFilm>().ToList();
        var taken = worked.SelectMany(film => new[] { film.Source, film.Output }).ToHashSet(StringComparer.Ordinal);
        // A work folder is one film's, whatever its note says of the output.
        var outputs = worked.SelectMany(film => new[] { film.Output, Path.ChangeExtension(film.WorkPath, null) }).ToHashSet(StringComparer.Ordinal);
        foreach (var file in folders.SelectMany(FilmFiles.In).Where(file => !taken.Contains(file)))
        {
            var output = FilmFiles.OutputFor(file, Path.GetDirectoryName(file) ?? settings.Folder, outputs);
            outputs.Add(output);
            worked.Add(Film(file, null, output, WorkFolder.For(output)));
        }
        return worked.GroupBy(film => film.Name).SelectMany(same => same.Count() == 1 ? same : same.Select(film => film with { Name = Path.GetFileNameWithoutExtension(film.WorkPath) }));
    }

    private static bool CanBeListed(string folder, List<LeftOut> leftOut)
    {
        try
        {
            _ = Directory.EnumerateFileSystemEntries(folder).Any();
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            leftOut.Add(new LeftOut(Path.GetFileName(folder), cause.Message));
            return false;
        }
    }

    private StudioFilm? Worked(string folder, List<LeftOut> leftOut)
    {
        WorkNote? note;
        try
        {
            note = WorkNote.Read(folder);
        }
        catch (FaultException cause)
        {
            leftOut.Add(new LeftOut(Path.GetFileName(folder), cause.Fault.Message));
            return null;
        }
        if (note is null)
            return null;
        var rate = Rational.TryParse(note.Rate, out var given) ? given : (Rational?)null;
        // An analysis has no output yet; its folder may be called after the film itself.
        var output = note.Output ?? (Path.ChangeExtension(folder, null) is var named && !File.Exists(named) ? named : FilmFiles.OutputFor(note.Film, Path.GetDirectoryName(folder) ?? "", []));
        return Film(note.Film, rate, output, folder);
    }

    private StudioFilm Film(string source, Rational? rate, string output, string work) =>
        new(IdOf(work), FilmFiles.NameOf(source), source, rate, output, work, _infos);

    private string IdOf(string work) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetRelativePath(settings.Folder, work))))[..12];
}
