using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Pictures;

/// <summary>Where in a frame something is applied, as a picture: white there, black elsewhere.</summary>
public static class MaskPicture
{
    /// <param name="proposals">What touches the frame; what is about the whole picture leaves no mark.</param>
    /// <param name="width">Samples per row, at most the film's own.</param>
    public static void Write(Stream stream, IReadOnlyList<Ruled> proposals, int frame, FrameFormat format, int width) =>
        Write(stream, ReviewState.Read([.. proposals.Where(item => item.Now.Applies && item.Outline.Place is FilmPlace { Region: not null } or FilmPlace { Track: not null })]).Select(item => item.Proposal.Place.InFilm().RegionAt(frame)).OfType<RegionMask>(), format, width);

    /// <inheritdoc cref="Write(Stream, IReadOnlyList{Ruled}, int, FrameFormat, int)"/>
    public static void Write(Stream stream, IEnumerable<RegionMask> regions, FrameFormat format, int width)
    {
        using var frame = new FramePool().Rent(new FrameFormat(format.Width, format.Height, PixelLayout.Gray, 8));
        var plane = frame.Planes[0];
        plane.Fill(0);
        foreach (var region in regions)
            region.ForEachRun((y, first, end) =>
            {
                if (y >= 0 && y < plane.Height)
                    plane.Row(y)[Math.Clamp(first, 0, plane.Width)..Math.Clamp(end, 0, plane.Width)].Fill(ushort.MaxValue);
            });
        DisplayPicture.Write(stream, frame, new PictureLook { FullRange = true }, width, RowRunner.Serial);
    }
}
