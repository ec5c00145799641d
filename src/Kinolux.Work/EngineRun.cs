using System.Text.Json.Nodes;

namespace Kinolux.Work;

/// <summary>A run that an engine is asked for.</summary>
/// <param name="Work">The work folder's path.</param>
/// <param name="Source">Full path or pattern of the document.</param>
/// <param name="Output">Full path or pattern of the output.</param>
/// <param name="Verb">One of the engine's.</param>
/// <param name="Request">What is asked beside the verb, in the engine's own terms.</param>
/// <param name="Fresh">Make everything again; what people said stays.</param>
/// <param name="Person">Who asks.</param>
public sealed record EngineRun(string Work, string Source, string Output, string Verb, JsonObject Request, bool Fresh, string Person, TimeProvider Time);
