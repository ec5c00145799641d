using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Work.Log;

/// <summary>What <c>review --policy FILE</c> reads: rules to decide by, decisions already made (as the report's page saves them), or both.</summary>
public sealed record PolicyFile(string? Name, IReadOnlyList<PolicyRule>? Rules, IReadOnlyList<Decision>? Decisions)
{
    /// <summary>The policy in the file; null where it has decisions only.</summary>
    public Policy? Policy => Rules is null ? null : new Policy(Name ?? "unnamed", Rules);

    /// <summary>What a person names on the command line: a policy that Kinolux offers, or a file.</summary>
    /// <exception cref="FaultException">KX2403: there is no such policy, and no such file that can be read.</exception>
    public static PolicyFile Find(string name, IReadOnlyList<ProposalKind> kinds, Predicate<Place> takes) =>
        Policies.Named(name, kinds) is { } known ? new PolicyFile(known.Name, known.Rules, null) : Read(name, takes);

    /// <param name="takes">Whether the work's document can have such a place.</param>
    /// <exception cref="FaultException">KX2403: the file is not there or says something else.</exception>
    public static PolicyFile Read(string path, Predicate<Place> takes)
    {
        try
        {
            var file = KinoluxJson.Read<PolicyFile>(WholeFile.Text(path));
            if (file?.Decisions?.Any(decision => !takes(decision.Place)) ?? false)
                throw new JsonException(WishLine.OtherPlace);
            return file is { Rules: not null } or { Decisions: not null } ? file : throw new JsonException("it needs rules or decisions");
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2403", cause, ("file", path), ("why", cause.Message));
        }
    }
}
