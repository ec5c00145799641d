namespace Kinolux.Restoration.Report;

/// <summary>Checksums (MD5, as ffmpeg's framemd5 takes them) of one decoded frame before and after; empty where not taken.</summary>
public sealed record FrameHash(int Frame, string Before, string After);
