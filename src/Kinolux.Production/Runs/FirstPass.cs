using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Media;
using Kinolux.Production.Work;
using Kinolux.Restore.Survey;

namespace Kinolux.Production.Runs;

/// <summary>Reads the film once, surveys it and takes the hashes of its frames; what it finds is kept in the work folder and not made twice.</summary>
internal sealed class FirstPass(WorkFolder work, TimeProvider time, IProgress<JobProgress>? progress, CancellationToken cancel)
{
    // What tells that a file was not touched since, without decoding it again.
    private sealed record Stamp(string Path, long Length, DateTime Modified, int Frames);

    private sealed record Index(Stamp Stamp, string Digest, bool IsMonochrome, IReadOnlyList<string> Hashes);

    private string IndexPath => Path.Combine(work.SurveyPath, "index.json");

    private string SurveyFile => Path.Combine(work.SurveyPath, "survey.bin");

    public SurveyedFilm Run(FilmInfo source, Reviewer reviewer)
    {
        var fields = new FieldDecision(work, source, cancel);
        var decided = fields.Decide(reviewer);
        var film = fields.Apply(decided);
        var stamp = StampOf(film);
        if (ReadIndex() is { } index && index.Stamp == stamp && FilmSurvey.TryOpen(SurveyFile, index.Digest) is { } survey)
            return new SurveyedFilm(film, source, decided, index.Hashes, index.Digest, survey, index.IsMonochrome);
        var (found, digest, hashes, monochrome) = Survey(film);
        AtomicFile.WriteText(IndexPath, JsonSerializer.Serialize(new Index(stamp, digest, monochrome, hashes), KinoluxJson.Line));
        return new SurveyedFilm(film, source, decided, hashes, digest, found, monochrome);
    }

    private (FilmSurvey Survey, string Digest, IReadOnlyList<string> Hashes, bool IsMonochrome) Survey(FilmInfo film)
    {
        var meter = new ProgressMeter(progress, time, "survey", film.FrameCount);
        using var reader = new FilmReader(film, null, new FramePool(), checksums: true, cancel: cancel);
        using var watch = new MonochromeWatch(reader);
        var rows = new RowRunner(Environment.ProcessorCount, cancel);
        string Digest() => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', reader.Checksums))));
        var survey = FilmSurveyor.Run(watch, SurveyFile, Digest, rows, new Steps(meter), cancel);
        return (survey, Digest(), reader.Checksums, watch.IsMonochrome);
    }

    private Index? ReadIndex()
    {
        try
        {
            return File.Exists(IndexPath) ? JsonSerializer.Deserialize<Index>(File.ReadAllText(IndexPath), KinoluxJson.Line) : null;
        }
        catch (JsonException)
        {
            // It can be made again.
            return null;
        }
    }

    private static Stamp StampOf(FilmInfo film)
    {
        if (!film.Path.Contains('%', StringComparison.Ordinal))
        {
            var file = new FileInfo(film.Path);
            return new Stamp(file.FullName, file.Length, file.LastWriteTimeUtc, film.FrameCount);
        }
        var folder = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(film.Path)) ?? ".");
        var files = folder.EnumerateFiles('*' + Path.GetExtension(film.Path)).ToList();
        return new Stamp(Path.GetFullPath(film.Path), files.Sum(file => file.Length), files.Count == 0 ? default : files.Max(file => file.LastWriteTimeUtc), film.FrameCount);
    }

    private sealed class Steps(ProgressMeter meter) : IProgress<int>
    {
        public void Report(int value) => meter.Step();
    }
}
