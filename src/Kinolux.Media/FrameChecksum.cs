namespace Kinolux.Media;

/// <summary>One decoded frame's checksum, as ffmpeg's framemd5 gives it.</summary>
/// <param name="Number">From 0.</param>
/// <param name="Timestamp">In the film's time base.</param>
/// <param name="Md5">Of the samples as the film holds them, 32 hexadecimal digits.</param>
public sealed record FrameChecksum(int Number, long Timestamp, string Md5);
