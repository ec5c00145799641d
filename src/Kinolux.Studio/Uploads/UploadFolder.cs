using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Restoration;
using Kinolux.Script.Files;
using Kinolux.Script.Model;
using Kinolux.Studio.Films;
using Kinolux.Studio.Scripts;
using Kinolux.Studio.Works;
using Kinolux.Work.Library;

namespace Kinolux.Studio.Uploads;

/// <summary>
/// <c>.kinolux/uploads/</c> of a production: a folder for each file that is on its way, until it is whole and opens as what it is; only then does it move among the works.
/// The length of what is there is how far it is, so that nothing else need be remembered.
/// </summary>
internal sealed class UploadFolder(StudioSettings settings, WorkLibrary works, FilmLibrary films)
{
    // What must stay free beside an upload, for the work on it to begin.
    private const long Spare = 256L << 20;

    // Of the note that says what comes.
    private const long MostNote = 1 << 16;
    private const string NoteName = "upload.json";

    private ClosedFolder Folder => new ClosedFolder(settings.Folder).Folder(".kinolux", "uploads");

    /// <summary>Begins an upload, or finds the unfinished one of the same name and size.</summary>
    /// <exception cref="FaultException">KX6050 the name, KX6051 the size, KX6052 the disk does not allow it.</exception>
    public UploadOffset Begin(NewUpload upload)
    {
        var name = FileName.Clean(upload.Name, settings.Engines);
        if (upload.Size < 1 || upload.Size > settings.UploadLimit)
            throw FaultException.Of("KX6051", ("name", name), ("limit", Gigabytes(settings.UploadLimit)));
        var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{name}/{upload.Size}")))[..16];
        var place = new ClosedFolder(settings.Folder).Make(".kinolux", "uploads", id);
        var begun = new Upload(id, name, upload.Size, place.At(name));
        if (new DriveInfo(settings.Folder).AvailableFreeSpace - Spare < upload.Size - begun.Offset)
            throw FaultException.Of("KX6052", ("name", name), ("size", Gigabytes(upload.Size)));
        AtomicFile.WriteText(place.At(NoteName), JsonSerializer.Serialize(upload with { Name = name }, KinoluxJson.Line));
        return new UploadOffset(id, begun.Offset);
    }

    /// <exception cref="FaultException">KX6053: there is no such upload.</exception>
    public Upload Find(string id)
    {
        // Looked up among the folders that are there; nothing in the address is taken for a path, and nothing in the note for more than a file's name.
        if (Folder.Folders().FirstOrDefault(folder => Path.GetFileName(folder) == id) is not { } found)
            throw FaultException.Of("KX6053", ("id", id));
        var place = new ClosedFolder(found);
        try
        {
            if (KinoluxJson.Read<NewUpload>(WholeFile.Text(place.At(NoteName), MostNote)) is var begun && begun.Name == FileName.Clean(begun.Name, settings.Engines) && begun.Size > 0 && begun.Size <= settings.UploadLimit)
                return new Upload(id, begun.Name, begun.Size, place.At(begun.Name));
        }
        catch (Exception cause) when (cause is JsonException or IOException or FaultException)
        {
            // What cannot be gone on with is none.
        }
        throw FaultException.Of("KX6053", ("id", id));
    }

    /// <summary>Writes a piece at the end of what is there. Where the sender breaks off, what arrived is kept.</summary>
    /// <returns>How far the upload is now.</returns>
    /// <exception cref="FaultException">KX6054 the piece does not begin where the last ended, or another is being written; KX6007 it is longer than was said.</exception>
    public static async Task<long> WriteAsync(Upload upload, long offset, Stream piece, CancellationToken cancel)
    {
        await using var file = Hold(upload);
        if (file.Length != offset)
            throw FaultException.Of("KX6054", ("id", upload.Id), ("offset", $"{file.Length}"));
        file.Seek(0, SeekOrigin.End);
        var buffer = new byte[1 << 16];
        for (int count; (count = await piece.ReadAsync(buffer, cancel)) > 0;)
        {
            if (file.Length + count > upload.Size)
            {
                file.SetLength(offset);
                throw FaultException.Of("KX6007");
            }
            await file.WriteAsync(buffer.AsMemory(0, count), cancel);
        }
        return file.Length;
    }

    /// <summary>Moves a file that is whole among the works of the production.</summary>
    /// <exception cref="FaultException">KX1xxx, KX6071: it cannot be read as what its name says; then nothing is left of it.</exception>
    /// <returns>The work that it became, and what Fountain cannot hold where that is another file beside it.</returns>
    public (WorkItem Work, IReadOnlyList<ScriptLoss> Losses) Finish(Upload upload)
    {
        var isFilm = settings.Engines.For(upload.Name) is FilmEngine;
        try
        {
            if (isFilm)
                films.Probe(upload.Path);
            else if (FileName.IsScript(upload.Name, settings.Engines))
                StudioScript.Probe(upload.Path);
        }
        catch (FaultException fault) when (fault.Fault.Code.StartsWith("KX1", StringComparison.Ordinal) || fault.Fault.Code == "KX6071")
        {
            End(upload);
            throw;
        }
        var place = FileName.Free(settings.Folder, upload.Name);
        AtomicFile.Place(upload.Path, place, overwrite: false);
        End(upload);
        if (isFilm)
            return (films.Add(place, null).Work, []);
        if (settings.Engines.For(upload.Name) is not null)
            return (works.All().Works.First(work => work.Source == place), []);
        // A play in a table, a script on pages: read as the command line reads them, and written where it can be gone on with.
        var written = FileName.Free(settings.Folder, Path.GetFileNameWithoutExtension(upload.Name) + ".fountain");
        var losses = ScriptConversion.Write(ScriptFile.Read(place), written, overwrite: false);
        return (works.All().Works.First(work => work.Source == written), losses);
    }

    /// <summary>Ends an upload; nothing is left of it.</summary>
    public void End(Upload upload) => Folder.Remove(upload.Id);

    private static FileStream Hold(Upload upload)
    {
        try
        {
            return OwnFile.Open(upload.Path, FileShare.None);
        }
        catch (IOException cause) when (DiskFault.IsHeld(cause))
        {
            throw FaultException.Of("KX6054", cause, ("id", upload.Id), ("offset", $"{upload.Offset}"));
        }
    }

    private static string Gigabytes(long bytes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{bytes / 1e9:0.##} GB");
}
