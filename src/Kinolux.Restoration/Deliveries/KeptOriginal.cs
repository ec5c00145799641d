using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Work;

namespace Kinolux.Restoration.Deliveries;

/// <summary>
/// Keeps an output's source beside its record, while its frames go by: as the difference to the output's frames where the output keeps samples and holds the whole film,
/// else as the source's own frames; with its sound, as a film of FFV1.
/// </summary>
internal sealed class KeptOriginal : IDisposable
{
    private readonly FilmInfo _source;
    private readonly int _outputDepth;
    private readonly string _path;
    private readonly FilmReader _reader;
    private readonly FilmWriter _writer;
    private readonly FramePool _pool = new();
    private readonly List<string> _digests = [];

    public KeptOriginal(WorkFolder work, SurveyedFilm film, RestoreRequest request, CancellationToken cancel)
    {
        var output = request.Output ?? "";
        var stored = FilmWriter.StoredAs(output, film.Target(request.Range));
        IsDifference = stored.IsExact && request.Range is null && film.Undone is null;
        (_source, _outputDepth) = (film.Source, stored.Depth);
        work.Deliveries.Make();
        _path = DeliveryRecord.OriginalOf(work, output);
        _reader = new FilmReader(_source, null, _pool, cancel: cancel);
        _writer = new FilmWriter(_path, FilmTarget.Like(_source), overwrite: true, cancel: cancel);
    }

    /// <summary>True where the output's frames are needed to have the source back.</summary>
    public bool IsDifference { get; }

    /// <summary>Takes a delivered frame in passing.</summary>
    public void See(Frame delivered)
    {
        if (!IsDifference || _reader.Read() is not { } source)
            return;
        using (source)
        using (var after = SampleDepth.Rounded(delivered, _outputDepth, _pool))
        using (var difference = SampleDepth.Subtract(source, after, _source.Format.Depth, _pool))
            Keep(source, difference);
    }

    /// <returns>What was kept.</returns>
    public OriginalFrames Complete()
    {
        if (!IsDifference)
            while (_reader.Read() is { } source)
                using (source)
                    Keep(source, source);
        _writer.Complete();
        return new OriginalFrames(IsDifference, _source.Format.Depth, _digests, WholeFile.Seal(_path));
    }

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
    }

    private void Keep(Frame source, Frame kept)
    {
        _digests.Add(FrameDigest.Of(source));
        _writer.Write(kept);
    }
}
