using System.Text.Json.Nodes;

namespace Kinolux.Work.Jobs;

/// <summary>A job that a person asks for.</summary>
/// <param name="Work">The work's id.</param>
/// <param name="Verb">One of its engine's.</param>
/// <param name="Request">What is asked beside, in the engine's own terms.</param>
/// <param name="Fresh">Make everything again; decisions and wishes stay.</param>
public sealed record JobRequest(string Work, string Verb, JsonObject? Request = null, bool Fresh = false);
