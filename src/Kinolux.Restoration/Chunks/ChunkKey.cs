using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Models.Runtime;
using Kinolux.Restore.Stages;

namespace Kinolux.Restoration.Chunks;

/// <summary>Names what a chunk is made from: the shot's frames, its slice of the plan, versions, and people's wishes that reach into it. Equal names, equal pictures (once the decisions agree too).</summary>
internal static class ChunkKey
{
    // Raised whenever the pipeline itself changes what stages see, or how a chunk is kept.
    private const int PipelineVersion = 5;

    public static string Of(Chunk chunk, Commission commission, IReadOnlyList<Decided> planned)
    {
        var (film, plan, judgement) = commission;
        var shot = chunk.Shot.Shot;
        var ingredients = new
        {
            PipelineVersion,
            plan.Quality,
            film.Film.Format,
            film.IsMonochrome,
            shot.Frames,
            shot.Printed,
            chunk = chunk.Frames,
            hashes = Enumerable.Range(shot.Frames.First, shot.Frames.Count).Select(frame => film.Hashes[frame]),
            firsts = Enumerable.Range(chunk.Reach.First, chunk.Reach.Count).Select(chunk.Repeats.First),
            stages = plan.Stages.Where(stage => stage.On).Select(stage => new { stage.Id, StageSettings.Find(stage.Id).Info.Version, stage.Options }),
            runtime = planned.Any(decided => decided.Applies && decided.Proposal.Change?["model"] is not null) ? OnnxRuntime.Default.ToString() : null,
            planned = planned.Where(decided => decided.Applies).Select(decided => new { decided.Proposal.Kind, decided.Proposal.Frames, decided.Proposal.Region, decided.Proposal.Change }),
            wishes = judgement.Wishes.Where(wish => wish.Frames.Overlaps(chunk.Reach)),
        };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ingredients, KinoluxJson.Line)).AsSpan(0, 12));
    }
}
