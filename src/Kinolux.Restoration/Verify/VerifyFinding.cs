using Kinolux.Core.Review;

namespace Kinolux.Restoration.Verify;

/// <summary>Something that an output's proof came upon.</summary>
/// <param name="Kind">
/// <c>tampered</c>: the output's samples are not what the decisions make of the source; <c>unclaimed</c>: a stage changed what no accepted proposal claims;
/// <c>other-frame</c>: a frame is not the one that was delivered; <c>not-as-delivered</c>: the same source and decisions make another frame than they did;
/// <c>length</c>, <c>format</c>: the output has other frames; <c>file-changed</c>: the file's bytes are not those delivered; <c>decisions-changed</c>: the log was not only appended to;
/// <c>undecoded</c>: the source has no picture there; <c>other-version</c>: a stage computes otherwise now; <c>undelivered</c>: people decided since.
/// </param>
/// <param name="Message">One line for a person.</param>
/// <param name="Frame">Of the film; null where it is about all of it.</param>
/// <param name="X">The first sample concerned, in luma samples from the top left.</param>
/// <param name="Box">What all of it covers.</param>
/// <param name="Samples">How many samples are concerned.</param>
/// <param name="Stage">Which stage, where one is concerned.</param>
public sealed record VerifyFinding(string Kind, Severity Severity, string Message, int? Frame = null, int? X = null, int? Y = null, Box? Box = null, int? Samples = null, string? Stage = null);
