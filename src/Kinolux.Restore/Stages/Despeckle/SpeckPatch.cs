using Kinolux.Core.Frames;
using Kinolux.Models.Cards;
using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>
/// A candidate and its surroundings as a network sees them: <see cref="Channels"/> squares of <see cref="Size"/> × <see cref="Size"/> values around its middle, row by row.
/// Brightness is less that of the surroundings, in contrasts of the candidate, and turned so that the candidate is bright: the values are the same for faint and strong, dark and bright dirt.
/// </summary>
internal static class SpeckPatch
{
    public const int Size = TaskContract.CandidateSide;

    /// <summary>The frame, its four neighbours brought onto it (the nearer two first), the candidate and all other candidates.</summary>
    public const int Channels = TaskContract.CandidateChannels;

    public const int Length = Channels * Size * Size;

    /// <summary>Brightness beyond so many contrasts is cut off.</summary>
    public const float Most = 4;

    // A larger candidate is shown smaller, so that as much is seen around it.
    private const int Longest = Size / 2;
    private const int MostStep = 8;

    /// <param name="pair">The neighbours that detection compared with; they come first.</param>
    /// <param name="marks">1 for every sample of the picture that is part of a candidate.</param>
    public static void Draw(Plane current, SpeckExam exam, (Neighbour First, Neighbour Second) pair, byte[] marks, Span<float> values)
    {
        var (speck, shape) = (exam.Speck, exam.Shape);
        var donors = exam.Donors.OrderBy(donor => donor.Neighbour == pair.First ? 0 : donor.Neighbour == pair.Second ? 1 : 2).ToList();
        var mean = (float)exam.Ring.Select(place => (double)current[place.X, place.Y]).DefaultIfEmpty().Average();
        var box = shape.Box;
        var step = Math.Clamp((Math.Max(box.Width, box.Height) - 2 * RegionShape.Reach + Longest - 1) / Longest, 1, MostStep);
        var (left, top) = (speck.X - Size / 2 * step, speck.Y - Size / 2 * step);
        var scale = speck.Sign / (exam.Contrast * 257) / (step * step);
        values[..Length].Clear();
        for (var y = 0; y < Size * step; y++)
            for (var x = 0; x < Size * step; x++)
            {
                var (u, v) = (Math.Clamp(left + x, 0, current.Width - 1), Math.Clamp(top + y, 0, current.Height - 1));
                var cell = values[(y / step * Size + x / step)..];
                cell[0] += (current[u, v] - mean) * scale;
                for (var k = 0; k < 4; k++)
                    if (k < donors.Count)
                        cell[(k + 1) * Size * Size] += (donors[k].Look(u, v) - mean) * scale;
                var inside = u >= box.X && v >= box.Y && u < box.Right && v < box.Bottom && shape.DistanceAt(u, v) == 0;
                cell[5 * Size * Size] += inside ? 1f / (step * step) : 0;
                cell[6 * Size * Size] += inside ? 0 : marks[v * current.Width + u] / (float)(step * step);
            }
        for (var i = 0; i < 5 * Size * Size; i++)
            values[i] = Math.Clamp(values[i], -Most, Most);
        // Where a farther neighbour is missing, the nearer one on its side stands for it.
        for (var k = donors.Count; k < 4; k++)
            values.Slice((k - 1) * Size * Size, Size * Size).CopyTo(values[((k + 1) * Size * Size)..]);
    }
}
