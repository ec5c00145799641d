using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Production.Work;

/// <summary>A decided proposal as one line of a proposals file; its source stands once in the file's first line, its mask in the sidecar.</summary>
internal sealed record ProposalLine(
    string Id,
    FrameRange Frames,
    Box? Box,
    long? Mask,
    string Summary,
    double Confidence,
    IReadOnlyList<Evidence> Evidence,
    JsonObject? Change,
    Verdict Verdict,
    string By,
    string? Reason);
