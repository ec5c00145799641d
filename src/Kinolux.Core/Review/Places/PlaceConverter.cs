namespace Kinolux.Core.Review;

/// <summary>A place by itself: the fields that else stand beside those of what it belongs to.</summary>
internal sealed class PlaceConverter : PlacedConverter<Place, PlaceConverter.NoOthers>
{
    protected override (object Begin, Place Place, object End) Part(Place value) => (new NoOthers(), value, new NoOthers());

    protected override Place Join(NoOthers fields, Place place) => place;

    internal sealed record NoOthers;
}
