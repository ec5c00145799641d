using System.Text.Json.Nodes;
using Kinolux.Work.Log;

namespace Kinolux.Restoration.Plans;

/// <summary>Edits of proposals about a film that have a name of their own.</summary>
public static class FilmEdits
{
    /// <summary>The frame before stands in the place of one that repeats another or is lost.</summary>
    public static Edit Hold => new(new JsonObject { ["donor"] = -1 }, null);
}
