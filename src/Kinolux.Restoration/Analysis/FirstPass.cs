using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Survey;
using Kinolux.Work;

namespace Kinolux.Restoration.Analysis;

/// <summary>Reads the film once, surveys it and takes the hashes of its frames; what it finds is kept in the work folder and not made twice.</summary>
internal sealed class FirstPass(WorkFolder work, MadeAgain again, JobSteps steps, CancellationToken cancel)
{
    // What tells that a file was not touched since, without decoding it again. A production may be moved, so its folder is left out.
    private sealed record Stamp(string Name, long Length, DateTime Modified, int Frames);

    private sealed record Index(Stamp Stamp, string Digest, bool IsMonochrome, IReadOnlyList<string> Hashes);

    private static string IndexPathIn(WorkFolder work) => work.Survey.At("index.jsonl");

    /// <summary>What an earlier run found; null where it is not there, or the film changed since.</summary>
    public static SurveyedFilm? TryOpen(WorkFolder work, FilmInfo film, FilmInfo source, IReadOnlyList<Decided> fields) =>
        ReadIndex(work, out _) is { } index && index.Stamp == StampOf(film) && OpenSurvey(work, index.Digest) is { } survey
            ? new SurveyedFilm(film, source, fields, index.Hashes, index.Digest, survey, index.IsMonochrome)
            : null;

    /// <summary>The survey of a film by the digest of its pictures; null where it is not there.</summary>
    public static FilmSurvey? OpenSurvey(WorkFolder work, string digest) => FilmSurvey.TryOpen(work.SurveyFile, digest);

    public SurveyedFilm Run(FilmInfo source, Reviewer reviewer)
    {
        var fields = new FieldDecision(work, source, again, cancel);
        var decided = fields.Decide(reviewer);
        var film = fields.Apply(decided);
        if (TryOpen(work, film, source, decided) is { } known)
            return known;
        var stamp = StampOf(film);
        if ((ReadIndex(work, out var isDamaged) is { } index && index.Stamp == stamp) || isDamaged)
            again.Add("the survey");
        var (found, digest, hashes, monochrome) = Survey(film);
        SealedLines.Write(IndexPathIn(work), [JsonSerializer.Serialize(new Index(stamp, digest, monochrome, hashes), KinoluxJson.Line)]);
        return new SurveyedFilm(film, source, decided, hashes, digest, found, monochrome);
    }

    private (FilmSurvey Survey, string Digest, IReadOnlyList<string> Hashes, bool IsMonochrome) Survey(FilmInfo film)
    {
        var meter = steps.Begin("survey", film.FrameCount);
        using var reader = new FilmReader(film, null, new FramePool(), checksums: true, cancel: cancel);
        using var watch = new MonochromeWatch(reader);
        var rows = new RowRunner(Environment.ProcessorCount, cancel);
        string Digest() => SurveyedFilm.DigestOf(reader.Checksums);
        var survey = FilmSurveyor.Run(watch, work.SurveyFile, Digest, rows, new Steps(meter), cancel);
        return (survey, Digest(), reader.Checksums, watch.IsMonochrome);
    }

    private static Index? ReadIndex(WorkFolder work, out bool isDamaged)
    {
        try
        {
            return SealedLines.TryRead(IndexPathIn(work), out isDamaged) is [var line] ? KinoluxJson.Read<Index>(line) : null;
        }
        catch (JsonException)
        {
            // It can be made again.
            isDamaged = true;
            return null;
        }
    }

    private static Stamp StampOf(FilmInfo film)
    {
        if (!Film.IsSequence(film))
        {
            var file = new FileInfo(film.Path);
            return new Stamp(file.Name, file.Length, file.LastWriteTimeUtc, film.FrameCount);
        }
        var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(film.Path)) ?? ".");
        var files = folder.EnumerateFiles('*' + Path.GetExtension(film.Path)).ToList();
        return new Stamp(Path.GetFileName(film.Path), files.Sum(file => file.Length), files.Count == 0 ? default : files.Max(file => file.LastWriteTimeUtc), film.FrameCount);
    }

    private sealed class Steps(ProgressMeter meter) : IProgress<int>
    {
        public void Report(int value) => meter.Step();
    }
}
