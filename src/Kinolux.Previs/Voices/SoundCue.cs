namespace Kinolux.Previs.Voices;

/// <summary>Sound at a frame of the timeline that is nobody's line: music, a door.</summary>
public sealed record SoundCue(SoundPiece Piece, long Frame);
