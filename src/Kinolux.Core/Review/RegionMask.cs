using System.Text.Json;
using System.Text.Json.Serialization;

namespace Kinolux.Core.Review;

/// <summary>
/// Which samples of a <see cref="Box"/> a proposal claims, as run lengths in row order: samples out, samples in, samples out, …
/// An empty list claims the whole box.
/// </summary>
public sealed record RegionMask(Box Box, IReadOnlyList<int> Runs) : IJsonOnDeserialized
{
    // Far beyond any picture, and no sum of such numbers overflows.
    private const int Farthest = 1 << 20;

    public static RegionMask Whole(Box box) => new(box, []);

    /// <summary>Why this can be no region of any picture; null where it can.</summary>
    public string? Fault() =>
        Box.Width < 1 || Box.Height < 1 ? "a region is at least one sample wide and high"
        : Box is { X: < -Farthest or > Farthest } or { Y: < -Farthest or > Farthest } or { Width: > Farthest } or { Height: > Farthest } ? "the region is beyond any picture"
        : Runs.Any(run => run < 0) || Runs.Sum(run => (long)run) > Box.Area ? "the region's runs are negative or longer than its box"
        : null;

    void IJsonOnDeserialized.OnDeserialized()
    {
        if (Fault() is { } fault)
            throw new JsonException(fault);
    }

    /// <summary>How many samples are claimed.</summary>
    [JsonIgnore]
    public long Area
    {
        get
        {
            if (Runs.Count == 0)
                return Box.Area;
            var area = 0L;
            for (var i = 1; i < Runs.Count; i += 2)
                area += Runs[i];
            return area;
        }
    }

    /// <summary>Takes what <paramref name="inside"/> (box width × height, row by row) claims.</summary>
    public static RegionMask From(Box box, ReadOnlySpan<bool> inside)
    {
        var runs = new List<int>();
        var value = false;
        var length = 0;
        foreach (var sample in inside)
        {
            if (sample == value)
            {
                length++;
                continue;
            }
            runs.Add(length);
            value = sample;
            length = 1;
        }
        if (value)
            runs.Add(length);
        return runs is [0, var all] && all == box.Area ? Whole(box) : new RegionMask(box, runs.Count == 0 ? [(int)box.Area] : runs);
    }

    /// <summary>Calls <paramref name="run"/> with (row, first x, end x) in picture coordinates for every claimed stretch of a row.</summary>
    public void ForEachRun(Action<int, int, int> run)
    {
        if (Runs.Count == 0)
        {
            for (var y = Box.Y; y < Box.Bottom; y++)
                run(y, Box.X, Box.Right);
            return;
        }
        long position = 0;
        for (var i = 0; i < Runs.Count; i++)
        {
            var end = position + Runs[i];
            if ((i & 1) == 1)
                while (position < end)
                {
                    var row = position / Box.Width;
                    var stop = Math.Min(end, (row + 1) * Box.Width);
                    run(Box.Y + (int)row, Box.X + (int)(position - row * Box.Width), Box.X + (int)(stop - row * Box.Width));
                    position = stop;
                }
            position = end;
        }
    }

    /// <summary>The same of the region grown by <paramref name="rim"/> samples to every side, inside a picture; stretches may overlap.</summary>
    public void ForEachRun(int rim, int width, int height, Action<int, int, int> run) =>
        ForEachRun((y, first, end) =>
        {
            var (left, right) = (Math.Max(0, first - rim), Math.Min(width, end + rim));
            for (var row = Math.Max(0, y - rim); row <= Math.Min(height - 1, y + rim) && left < right; row++)
                run(row, left, right);
        });

    /// <summary>True where a place is claimed, or within <paramref name="rim"/> samples of what is.</summary>
    public bool Holds(int x, int y, int rim)
    {
        if (rim == 0 || Contains(x, y))
            return Contains(x, y);
        if (x < Box.X - rim || x >= Box.Right + rim || y < Box.Y - rim || y >= Box.Bottom + rim)
            return false;
        var near = false;
        ForEachRun((row, first, end) => near |= Math.Abs(row - y) <= rim && x >= first - rim && x < end + rim);
        return near;
    }

    public bool Contains(int x, int y)
    {
        if (!Box.Contains(x, y))
            return false;
        if (Runs.Count == 0)
            return true;
        var at = (long)(y - Box.Y) * Box.Width + (x - Box.X);
        long position = 0;
        for (var i = 0; i < Runs.Count; i++)
        {
            position += Runs[i];
            if (at < position)
                return (i & 1) == 1;
        }
        return false;
    }
}
