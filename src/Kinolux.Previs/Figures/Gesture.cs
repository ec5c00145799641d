namespace Kinolux.Previs.Figures;

/// <summary>What somebody does with arms and head, in any stance.</summary>
public enum Gesture
{
    None, Point, Phone, Cup, Gun, Carry, Hug, Fight, HandsUp, LookDown, FoldArms, HandsOnHips, HideFace, Wave, Write,
}
