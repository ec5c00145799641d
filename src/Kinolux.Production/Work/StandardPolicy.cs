using Kinolux.Core.Review;

namespace Kinolux.Production.Work;

/// <summary>How Kinolux decides where nobody said otherwise: what changes a film's length or cadence, invents a picture or may be meant waits for a person unless it is nearly sure; all else is accepted when it is more likely right than wrong.</summary>
public static class StandardPolicy
{
    public static Policy Value { get; } = new(
        "standard",
        [
            new PolicyRule("step-printing", 0, Verdict.Wait, "may be how the film was made"),
            new PolicyRule("cut-out-frame", 0, Verdict.Wait, "would change the film's length"),
            new PolicyRule("interlaced", 0, Verdict.Wait, "undoing it changes every frame"),
            new PolicyRule("telecined", 0, Verdict.Wait, "undoing it changes the film's length"),
            new PolicyRule("duplicate-frame", 0, Verdict.Wait, "may be a hold, or how the film was printed"),
            new PolicyRule("black-frame", 0.9, Verdict.Accept),
            new PolicyRule("black-frame", 0, Verdict.Wait, "may be meant, and its picture would be invented"),
            new PolicyRule("destroyed-frame", 0.9, Verdict.Accept),
            new PolicyRule("destroyed-frame", 0, Verdict.Wait, "may be meant, and its picture would be invented"),
            new PolicyRule("flicker", 0.5, Verdict.Accept),
            new PolicyRule("flicker", 0, Verdict.Wait, "may be how the scene is lit"),
            new PolicyRule("stain", 0.8, Verdict.Accept),
            new PolicyRule("stain", 0, Verdict.Wait, "large and not certain"),
            new PolicyRule("scratch", 0.5, Verdict.Accept),
            new PolicyRule("scratch", 0.3, Verdict.Wait, "may be an upright line of the scene"),
            new PolicyRule("*", 0.5, Verdict.Accept),
            new PolicyRule("*", 0, Verdict.Reject, "more likely part of the picture"),
        ]);
}
