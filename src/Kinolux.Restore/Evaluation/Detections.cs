using Kinolux.Core.Review;

namespace Kinolux.Restore.Evaluation;

/// <summary>What a restoration found, by kind and frame: regions of dirt, scratches and stains, and frames that are lost.</summary>
public sealed class Detections
{
    private readonly Dictionary<(string Kind, int Frame), List<RegionMask>> _regions = [];
    private readonly HashSet<int> _lost = [];

    /// <summary>Frames that were found repeated, black or destroyed.</summary>
    public IReadOnlySet<int> LostFrames => _lost;

    /// <summary>Takes a proposal that applies; kinds that no truth scores are ignored.</summary>
    public void Add(Proposal proposal)
    {
        var kind = proposal.Kind switch
        {
            "dirt" or "blotch" => "dirt",
            "scratch" or "scratches" => "scratches",
            "stain" or "stains" => "stains",
            _ => null,
        };
        var lost = proposal.Kind is "duplicate-frame" or "black-frame" or "destroyed-frame";
        for (var frame = proposal.Frames.First; frame <= proposal.Frames.Last; frame++)
        {
            if (lost)
                _lost.Add(frame);
            if (kind is null || proposal.Region is not { } region)
                continue;
            if (!_regions.TryGetValue((kind, frame), out var regions))
                _regions.Add((kind, frame), regions = []);
            regions.Add(region);
        }
    }

    internal DetectionScore Score(string kind, int frame, ReadOnlySpan<byte> truth, int width)
    {
        var found = new bool[truth.Length];
        var height = truth.Length / width;
        foreach (var region in _regions.GetValueOrDefault((kind, frame)) ?? [])
            region.ForEachRun((y, first, end) =>
            {
                if (y >= 0 && y < height)
                    found.AsSpan(y * width + Math.Clamp(first, 0, width), Math.Clamp(end, 0, width) - Math.Clamp(first, 0, width)).Fill(true);
            });
        long hits = 0, alarms = 0, misses = 0;
        for (var i = 0; i < found.Length; i++)
            if (truth[i] != 0)
                (hits, misses) = found[i] ? (hits + 1, misses) : (hits, misses + 1);
            else if (found[i])
                alarms++;
        return new DetectionScore(kind, hits, alarms, misses);
    }
}
