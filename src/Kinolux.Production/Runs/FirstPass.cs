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

/// <summary>Reads the film once for the hashes of its frames and once to survey it; what it finds is kept in the work folder and not made twice.</summary>
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
        var hashes = Hash(film);
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('\n', hashes))));
        var (found, monochrome) = Survey(film, digest);
        AtomicFile.WriteText(IndexPath, JsonSerializer.Serialize(new Index(stamp, digest, monochrome, hashes), KinoluxJson.Line));
        return new SurveyedFilm(film, source, decided, hashes, digest, found, monochrome);
    }

    private List<string> Hash(FilmInfo film)
    {
        var meter = new ProgressMeter(progress, time, "checksums", film.FrameCount);
        var hashes = new List<string>(film.FrameCount);
        foreach (var checksum in FrameIndex.Read(film, cancel))
        {
            // A gap in a sequence has no picture and so no checksum.
            while (hashes.Count < checksum.Number)
                hashes.Add("");
            hashes.Add(checksum.Md5);
            meter.Step();
        }
        while (hashes.Count < film.FrameCount)
            hashes.Add("");
        return hashes;
    }

    private (FilmSurvey Survey, bool IsMonochrome) Survey(FilmInfo film, string digest)
    {
        var meter = new ProgressMeter(progress, time, "survey", film.FrameCount);
        using var reader = new FilmReader(film, null, new FramePool(), cancel: cancel);
        using var watch = new MonochromeWatch(reader);
        var rows = new RowRunner(Environment.ProcessorCount, cancel);
        var survey = FilmSurveyor.Run(watch, SurveyFile, digest, rows, new Steps(meter), cancel);
        return (survey, watch.IsMonochrome);
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
