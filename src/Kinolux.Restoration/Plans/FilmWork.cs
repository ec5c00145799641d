using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Time;
using Kinolux.Work;

namespace Kinolux.Restoration.Plans;

/// <summary>
/// What a film's work folder has beside what every work folder has: <c>plan.json</c> is people's to edit; <c>survey/</c> and <c>chunks/</c> can be made again from the source.
/// </summary>
public static class FilmWork
{
    /// <summary>The plan's file name.</summary>
    public const string PlanName = "plan.json";

    extension(WorkFolder work)
    {
        public string PlanPath => work.Files.At(PlanName);

        /// <summary>What the first pass found.</summary>
        public ClosedFolder Survey => work.Files.Folder("survey");

        public string SurveyFile => work.Survey.At("survey.bin");

        /// <summary>Finished chunks.</summary>
        public ClosedFolder Chunks => work.Files.Folder("chunks");

        /// <summary>What was made of the chunk with this key.</summary>
        public string ChunkPath(string key) => work.Chunks.At(key + ".jsonl");

        /// <summary>Everything that can be made again goes; what people said stays.</summary>
        public void Clear()
        {
            work.Files.RemoveAll("chunks", "survey", "proposals", "proposals.next*", "*-undone.*", PlanName);
            work.MakeFolders();
        }

        /// <summary>Says in <c>work.json</c> what is worked on.</summary>
        /// <param name="rate">Frames a second, where the source is numbered pictures.</param>
        /// <param name="output">Null for a run that makes none.</param>
        public void Note(string film, Rational? rate, string? output)
        {
            var note = WorkNote.Of(work, film, output);
            note.Own["rate"] = rate?.ToString();
            if (rate is null)
                note.Own.Remove("rate");
            note.Write(work);
        }

        private void MakeFolders()
        {
            work.Files.Make("chunks");
            work.Files.Make("survey");
        }
    }

    extension(WorkNote note)
    {
        /// <summary>Frames a second, where the source is numbered pictures; null where it is not, or that is no rate.</summary>
        public Rational? Rate => note.Own["rate"] is JsonValue value && value.TryGetValue(out string? text) && Rational.TryParse(text, out var rate) ? rate : null;
    }

    /// <summary>The work folder of an analysis, which has no output: <c>FILM.kinolux</c> where the command runs; for <c>frames/%06d.dpx</c> <c>frames.kinolux</c>.</summary>
    public static string ForAnalysis(string film) => Path.GetFileName(WorkFolder.For(film));

    /// <summary>Opens or makes the folder and holds it for this run.</summary>
    /// <exception cref="FaultException">As for <see cref="WorkFolder.Hold"/>.</exception>
    public static WorkFolder Hold(string path)
    {
        var work = WorkFolder.Hold(path, FilmDocuments.Type);
        try
        {
            work.MakeFolders();
            // What a killed run left unfinished. Only runs write these, and this one holds the folder.
            foreach (var folder in (ClosedFolder[])[work.Chunks, work.Survey])
                folder.RemoveAll("*.tmp", "*.part*");
            work.Files.RemoveAll("*-undone.mkv.*.part", "*-undone.*.tmp", PlanName + ".*.tmp");
            return work;
        }
        catch (Exception cause)
        {
            work.Dispose();
            if (cause is IOException or UnauthorizedAccessException)
                throw DiskFault.Of(path, cause);
            throw;
        }
    }

    /// <summary>Opens a folder to read it and to add decisions, by its own path or that of its output.</summary>
    /// <exception cref="FaultException">As for <see cref="WorkFolder.Open"/>; KX4111: another engine works in it.</exception>
    public static WorkFolder Open(string path)
    {
        var work = WorkFolder.Open(path, FilmDocuments.Type);
        return WorkNote.TryRead(work) is { Engine: var engine } && engine != FilmDocuments.Type.Name ? throw FaultException.Of("KX4111", ("path", work.Path), ("engine", engine)) : work;
    }
}
