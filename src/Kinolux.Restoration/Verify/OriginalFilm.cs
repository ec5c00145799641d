using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Deliveries;
using Kinolux.Work;

namespace Kinolux.Restoration.Verify;

/// <summary>Gives the source of an output back.</summary>
internal static class OriginalFilm
{
    /// <summary>Copies the source, byte for byte; a sequence picture by picture into the folder of <paramref name="file"/>.</summary>
    /// <exception cref="FaultException">KX1201: something is there already; KX4001, KX4101: it cannot be written.</exception>
    public static void Copy(FilmInfo source, string file)
    {
        if (Film.IsSequence(source))
        {
            foreach (var picture in Film.PicturesOf(source))
                CopyFile(picture, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)) ?? ".", Path.GetFileName(picture)));
            return;
        }
        CopyFile(source.Path, file);
    }

    /// <summary>Makes the source's frames again from what <c>restore --keep-original</c> kept, with its sound.</summary>
    /// <exception cref="FaultException">KX4108: what was kept is damaged; KX4106: the output no longer holds what the difference was kept against; KX12xx: the file cannot be written.</exception>
    public static void Remake(WorkFolder work, DeliveryRecord record, OriginalFrames frames, string output, string file, CancellationToken cancel)
    {
        var pool = new FramePool();
        var path = DeliveryRecord.OriginalOf(work, record.Output);
        if (frames.Hash is not null && File.Exists(path) && !WholeFile.Has(path, frames.Hash))
            throw FaultException.Of("KX4108", ("path", path), ("why", "its bytes have another hash"));
        var kept = Film.Open(path, cancel: cancel);
        using var differences = new FilmReader(kept, null, pool, cancel: cancel);
        using var delivered = frames.IsDifference ? new FilmReader(Film.Open(output, kept.Rate, cancel), null, pool, cancel: cancel) : null;
        using var writer = new FilmWriter(file, FilmTarget.Like(kept), cancel: cancel);
        for (var number = 0; number < frames.Digests.Count; number++)
        {
            using var difference = differences.Read();
            using var after = delivered?.Read();
            using var frame = difference is null ? null : after is null ? difference.Share() : SampleDepth.Add(difference, after, frames.Depth, pool);
            if (frame is null || FrameDigest.Of(frame) != frames.Digests[number])
                throw FaultException.Of("KX4106", ("output", output), ("frame", $"{number}"));
            writer.Write(frame);
        }
        writer.Complete();
    }

    private static void CopyFile(string from, string to)
    {
        if (File.Exists(to))
            throw FaultException.Of("KX1201", ("output", to));
        AtomicFile.Write(to, target =>
        {
            using var source = File.OpenRead(from);
            source.CopyTo(target);
        });
        if (WholeFile.Sha256(from) != WholeFile.Sha256(to))
            throw FaultException.Of("KX4101", ("path", to), ("why", "what was written is not what was read"));
    }
}
