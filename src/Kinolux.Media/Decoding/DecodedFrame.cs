using Kinolux.Core.Frames;

namespace Kinolux.Media.Decoding;

/// <summary>A picture as it was decoded.</summary>
/// <param name="Number">Its place in the film.</param>
/// <param name="Md5">Of its samples as ffmpeg's <c>framemd5</c> has it; empty where nobody asked.</param>
internal readonly record struct DecodedFrame(int Number, Frame Frame, string Md5);
