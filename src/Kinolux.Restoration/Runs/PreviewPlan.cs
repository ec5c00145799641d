using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Restoration.Chunks;
using Kinolux.Restoration.Pictures;
using Kinolux.Restore.Pipeline;

namespace Kinolux.Restoration.Runs;

/// <summary>A preview before it is made: all that it is made of is known, and so whether it was made before.</summary>
public sealed class PreviewPlan
{
    private readonly Commission _commission;
    private readonly FilmPictures _pictures;
    private readonly IReadOnlyList<Proposal> _found;
    private readonly Chunk _chunk;

    /// <param name="found">What stages found in the frame; what was planned for its shot is not among it.</param>
    internal PreviewPlan(Commission commission, FilmPictures pictures, int number, IReadOnlyList<Proposal> found)
    {
        (_commission, _pictures, _found) = (commission, pictures, found);
        _chunk = Chunk.All(commission, FrameRange.Single(number)).Single();
        var render = new ChunkRender(commission, 1);
        var ingredients = new { chunk = ChunkKey.Of(_chunk, commission, render.Planned(_chunk)), found = found.Select(commission.Judgement.Decide).Select(decided => new { decided.Applies, decided.Proposal.Id, decided.Proposal.Region, decided.Proposal.Change }) };
        Key = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(ingredients, KinoluxJson.Line)));
    }

    /// <summary>Equal keys, equal previews of a film.</summary>
    public string Key { get; }

    public Preview Make(CancellationToken cancel)
    {
        var glance = new Glance(_chunk.Repeats.First(_chunk.Frames.First), _found);
        return Preview.Make(_commission, _chunk, (render, decide) => render.Glimpse(_chunk, glance, number => _pictures.Original(number, cancel), decide, cancel));
    }
}
