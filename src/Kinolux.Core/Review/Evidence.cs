namespace Kinolux.Core.Review;

/// <summary>One reason behind a proposal: a measure with its value and the threshold it was held against, or a source that can be opened.</summary>
/// <param name="What">The measure or source in plain words, such as "darker than both neighbours, in 8-bit levels".</param>
public sealed record Evidence(string What, double? Value = null, double? Threshold = null, string? Uri = null);
