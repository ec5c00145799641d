using Kinolux.Core.Time;

namespace Kinolux.Studio.Films;

/// <summary>What was delivered last.</summary>
/// <param name="File">Its name without folders.</param>
/// <param name="Range">The film's frames that it holds; left out where it holds all.</param>
internal sealed record OutputFacts(string File, DateTimeOffset Made, FrameRange? Range);
