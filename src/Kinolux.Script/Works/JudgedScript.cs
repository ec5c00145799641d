using Kinolux.Core.Review;
using Kinolux.Work;

namespace Kinolux.Script.Works;

/// <summary>A script with what is proposed of it and how that is decided.</summary>
/// <param name="Same">The name to go by for each other name: as a person accepted it.</param>
/// <param name="Decided">Findings, aliases and doubts.</param>
public sealed record JudgedScript(ScriptVersion Version, IReadOnlyDictionary<string, string> Same, IReadOnlyList<Decided> Decided)
{
    /// <summary>Judges a script by the decisions that a work folder keeps; nothing is written.</summary>
    /// <param name="also">Names that are one person's besides, as somebody says now.</param>
    /// <exception cref="Core.Faults.FaultException">As <see cref="ScriptVersion.Of"/>; KX24xx: a file of the work folder cannot be understood.</exception>
    public static JudgedScript Of(WorkFolder work, string source, IReadOnlyDictionary<string, string> also)
    {
        var review = work.Log.Read();
        var version = ScriptVersion.Of(work, source, review);
        var (decided, _, same) = ScriptJudgement.Of(version, review.Reviewer(ScriptKinds.All, version.Document.Anchor), also);
        return new JudgedScript(version, same, decided);
    }

    /// <summary>Those about what the story says, and not about who or which scene is which.</summary>
    internal IEnumerable<Decided> Findings => Decided.Where(item => item.Proposal.Kind is not (ScriptKinds.Alias or ScriptKinds.SameScene));
}
