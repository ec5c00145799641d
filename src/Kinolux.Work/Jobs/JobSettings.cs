namespace Kinolux.Work.Jobs;

/// <summary>Where jobs are kept and who asks for them.</summary>
/// <param name="Folder">The production's full path.</param>
/// <param name="State">The person's own folder, outside any production.</param>
/// <param name="Person">Who asks; looked up when a job begins.</param>
/// <param name="Cancel">Cancelled when all work must end.</param>
public sealed record JobSettings(string Folder, string State, Func<string> Person, TimeProvider Time, CancellationToken Cancel);
