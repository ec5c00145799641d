using Kinolux.Media;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Report;
using Kinolux.Restore.Stages;
using Kinolux.Work;
using Kinolux.Work.Log;

namespace Kinolux.Restoration.Deliveries;

/// <summary>Writes down, before an output appears, what will prove it.</summary>
internal static class Proof
{
    /// <param name="original">Keeps the source; null where nobody asked.</param>
    /// <returns>The hash of the output's bytes; null for a sequence.</returns>
    public static string? Record(
        WorkFolder work, RestoreRequest request, Commission commission, ReviewRecord review, FinishedOutput finished, FilmShares shares, KeptOriginal? original)
    {
        var (film, plan, ruling) = commission;
        var output = Path.GetFullPath(request.Output ?? "");
        var exact = FilmWriter.StoredAs(output, film.Target(request.Range)).IsExact;
        var record = new DeliveryRecord(
            output, request.Range ?? film.Film.Frames, plan,
            plan.Stages.Where(stage => stage.On).ToDictionary(stage => stage.Id, stage => StageSettings.Find(stage.Id).Info.Version),
            ruling.Reviewer.Policy, review.Lines, DeliveryRecord.HashOf(review.Decisions), ruling.Wishes, finished.Sent,
            exact ? null : [.. finished.Checksums.Select(checksum => checksum.Md5)],
            finished.Hash, shares,
            original?.Complete());
        record.Write(work);
        return record.FileHash;
    }
}
