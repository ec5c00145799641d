using Kinolux.Core.Time;

namespace Kinolux.Restoration.Report;

/// <summary>One film of the report.</summary>
/// <param name="File">Its file name, without folders.</param>
/// <param name="Frames">How many frames it has.</param>
/// <param name="Rate">Frames per second.</param>
/// <param name="Width">Samples per row, as stored.</param>
/// <param name="Height">Rows, as stored.</param>
/// <param name="Format">Codec, depth and layout in a few words, such as <c>FFV1, 10 bit, 4:2:2</c>.</param>
/// <param name="Hash">Checksum of the file with its method, such as <c>sha256:3fa9…</c>; empty where not taken.</param>
/// <param name="Pictures">Checksum of its decoded frames, with its method; empty where not taken.</param>
public sealed record FilmFacts(string File, int Frames, Rational Rate, int Width, int Height, string Format, string Hash = "", string Pictures = "");
