using Kinolux.Core.Time;

namespace Kinolux.Core.Review;

/// <summary>What is in a film: frames and regions of proposals and decisions there.</summary>
public static class FilmProposals
{
    extension(Proposal proposal)
    {
        /// <summary>The frames it changes.</summary>
        public FrameRange Frames => proposal.Place.InFilm().Frames;

        /// <summary>Which part of each picture; null for all of it.</summary>
        public RegionMask? Region => proposal.Place.InFilm().Region;
    }

    extension(Decision decision)
    {
        /// <summary>The frames it is about.</summary>
        public FrameRange Frames => decision.Place.InFilm().Frames;

        /// <summary>Which part of each picture; null for all of it.</summary>
        public RegionMask? Region => decision.Place.InFilm().Region;
    }

    /// <exception cref="ArgumentException">It is a place in something else.</exception>
    public static FilmPlace InFilm(this Place place) => place as FilmPlace ?? throw new ArgumentException("it is no place in a film", nameof(place));
}
