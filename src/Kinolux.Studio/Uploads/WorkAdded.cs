using Kinolux.Script.Model;

namespace Kinolux.Studio.Uploads;

/// <summary>A work that a file became.</summary>
/// <param name="Engine">Whose it is: <c>film</c>, <c>script</c>.</param>
/// <param name="File">The name of its document.</param>
/// <param name="Losses">What that cannot hold of the file that was sent, where it is another.</param>
internal sealed record WorkAdded(string Id, string Name, string Engine, string File, IReadOnlyList<ScriptLoss> Losses);
