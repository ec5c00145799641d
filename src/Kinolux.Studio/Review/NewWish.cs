using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Studio.Review;

/// <summary>What a person wants done that nothing proposed.</summary>
/// <param name="Region">Where; or give <paramref name="Box"/> for a whole rectangle.</param>
/// <param name="Change">What to do, in the stage's terms, such as <c>{"donor": 1}</c>.</param>
internal sealed record NewWish(string Kind, FrameRange Frames, RegionMask? Region = null, Box? Box = null, string? Summary = null, JsonObject? Change = null);
