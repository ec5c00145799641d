using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Time;

namespace Kinolux.Core.Review;

/// <summary>Frames of a film, and what of their pictures.</summary>
/// <param name="Frames">The frames.</param>
/// <param name="Region">Which part of each picture; null for all of it, or where <paramref name="Track"/> says it.</param>
/// <param name="Track">Where the part differs from frame to frame: a region for each frame of it, in order; frames between two have the one before.</param>
public sealed record FilmPlace(FrameRange Frames, RegionMask? Region = null, IReadOnlyList<TrackedRegion>? Track = null) : Place
{
    /// <summary>The text of before there were places, where there is no track: ids stay what they were.</summary>
    public override string Key => Track is null ? string.Create(CultureInfo.InvariantCulture, $"{Frames}|{Region?.Box}") : $"{Frames}|{TrackHash(Track)}";

    public override Extent Extent => new(Frames.First, Frames.Last);

    public override string Words => WordsOf(Extent);

    public override string WordsOf(Extent stretch) =>
        string.Create(CultureInfo.InvariantCulture, $"{(stretch.First == stretch.Last ? $"frame {stretch.First}" : $"frames {stretch.First}-{stretch.Last}")}");

    /// <summary>Which part of a frame's picture; null for all of it.</summary>
    public RegionMask? RegionAt(int frame) => Track?.LastOrDefault(step => step.Frame <= frame)?.Region ?? Region;

    /// <summary>True where they share a frame, and in it at least half of the smaller box. All of a picture shares every part of it.</summary>
    public override bool Meets(Place other)
    {
        if (other is not FilmPlace film || Frames.Intersect(film.Frames) is not { } shared)
            return false;
        if (Track is null && film.Track is null)
            return Meet(Region, film.Region);
        for (var frame = shared.First; frame <= shared.Last; frame++)
            if (Meet(RegionAt(frame), film.RegionAt(frame)))
                return true;
        return false;
    }

    /// <summary>True where it claims the spot's sample itself, in one of the spot's frames.</summary>
    public override bool Holds(Place spot)
    {
        if (spot is not FilmPlace film || Frames.Intersect(film.Frames) is not { } shared)
            return false;
        if (film.Region is not { Box: var point })
            return true;
        for (var frame = shared.First; frame <= shared.Last; frame++)
            if (RegionAt(frame)?.Contains(point.X, point.Y) ?? true)
                return true;
        return false;
    }

    public override string? Fault() =>
        Region?.Fault() ?? Track?.Select(step => step.Region.Fault()).FirstOrDefault(fault => fault is not null)
        ?? (Track is null ? null
            : Track.Count == 0 || Track[0].Frame != Frames.First ? "a track begins with the first frame"
            : Track.Zip(Track.Skip(1)).Any(pair => pair.Second.Frame <= pair.First.Frame) || Track[^1].Frame > Frames.Last ? "a track's frames are in order, and inside the place's frames"
            : null);

    private static bool Meet(RegionMask? one, RegionMask? other) =>
        one is null || other is null || (one.Box.Intersect(other.Box)?.Area ?? 0) * 2 >= Math.Min(one.Box.Area, other.Box.Area);

    private static string TrackHash(IReadOnlyList<TrackedRegion> track) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', track.Select(step => string.Create(CultureInfo.InvariantCulture, $"{step.Frame}:{step.Region.Box}")))))[..8]);
}
