using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Damage;
using Kinolux.Work;

namespace Kinolux.Bench.Harm;

/// <summary>Whether confidence means what it says: of proposals for regions, the share that is right by how sure they are, over as many frames of damaged film as of clean film.</summary>
internal sealed class Calibration
{
    private const int Bins = 10;
    private const double Hit = 0.2;

    private readonly (double Sure, int Right, int Count)[] _bins = new (double, int, int)[Bins];

    public void Add(Proposal proposal, bool isRight)
    {
        if (proposal.Region is null)
            return;
        ref var bin = ref _bins[Math.Min(Bins - 1, (int)(proposal.Confidence * Bins))];
        bin = (bin.Sure + proposal.Confidence, bin.Right + (isRight ? 1 : 0), bin.Count + 1);
    }

    /// <summary>Damages the clean clips with dirt and scratches, again and again with other seeds, until so many frames were analysed.</summary>
    public void AddDamaged(string clips, string scratch, int frames)
    {
        var films = Directory.EnumerateFiles(clips, "*.mkv").Order(StringComparer.Ordinal).ToList();
        var rows = new RowRunner(Environment.ProcessorCount);
        for (var (round, done) = (0, 0); done < frames; round++)
        {
            var film = Film.Open(films[round % films.Count]);
            var (damaged, truth) = (Path.Combine(scratch, "damaged.mkv"), Path.Combine(scratch, $"truth{round}"));
            File.Delete(damaged);
            FilmDegrader.Run(film, damaged, new DamageOptions(DamageKinds.Dirt | DamageKinds.Scratches, 1, 100 + round), truth, true, rows, new ProgressMeter(null, TimeProvider.System, "", 0));
            new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = damaged, Output = null, Work = WorkFolder.For(damaged), Fresh = true });
            using var work = FilmWork.Open(damaged);
            foreach (var (_, decided) in work.Proposals.Read(masks: true))
                if (decided.Proposal is { Region: { } region, Kind: "dirt" or "blotch" or "scratch" } proposal)
                    Add(proposal, IsRight(region, truth, proposal.Kind == "scratch" ? "scratches" : "dirt", proposal.Frames.First));
            done += film.FrameCount;
            Directory.Delete(truth, recursive: true);
        }
    }

    public void Print()
    {
        Console.WriteLine();
        Console.WriteLine("How sure, and how often right (damaged and clean film, equally long; a column is a twentieth):");
        foreach (var (sure, right, count) in _bins.Where(bin => bin.Count > 0))
        {
            var (said, share) = (sure / count, (double)right / count);
            var line = new char[21];
            Array.Fill(line, '·');
            line[(int)Math.Round(20 * said)] = '|';
            line[(int)Math.Round(20 * share)] = '#';
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  said {said:0.00}  right {share:0.00}  {new string(line)}  of {count}"));
        }
    }

    /// <summary>True where a fifth of a region is damage of the kind.</summary>
    public static bool IsRight(RegionMask region, string truth, string kind, int frame)
    {
        var mask = PngFile.Read(DamageTruth.MaskPath(truth, kind, frame)).Planes[0];
        var (hit, all) = (0, 0);
        region.ForEachRun((y, first, end) =>
        {
            for (var x = Math.Max(0, first); y >= 0 && y < mask.Height && x < Math.Min(mask.Width, end); x++)
                (hit, all) = (hit + (mask[x, y] != 0 ? 1 : 0), all + 1);
        });
        return hit > Hit * all;
    }
}
