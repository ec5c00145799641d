namespace Kinolux.Bench.Restore;

/// <summary>A filter of ffmpeg's that people use for a kind of damage.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Filter">What goes behind <c>-vf</c>; <c>{trf}</c> stands for a scratch file.</param>
/// <param name="FirstPass">A filter for a pass before it; null for none.</param>
internal sealed record Peer(string Name, string Filter, string? FirstPass = null);
