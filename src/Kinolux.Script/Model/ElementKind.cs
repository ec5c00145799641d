namespace Kinolux.Script.Model;

/// <summary>What an element of a screenplay is, whichever format it was read from.</summary>
public enum ElementKind
{
    /// <summary>Where and when a scene plays; also called slugline.</summary>
    SceneHeading,

    /// <summary>What is seen and heard.</summary>
    Action,

    /// <summary>Who speaks: the cue above a speech.</summary>
    Character,

    /// <summary>How a speech is said.</summary>
    Parenthetical,

    /// <summary>What is said.</summary>
    Dialogue,

    /// <summary>What is sung.</summary>
    Lyrics,

    /// <summary>How one scene goes over into the next.</summary>
    Transition,

    /// <summary>A shot within a scene, as Final Draft has it; printed as a heading, and no scene of its own.</summary>
    Shot,

    /// <summary>A centred line.</summary>
    Centered,

    /// <summary>A new page, asked for.</summary>
    PageBreak,

    /// <summary>The heading of an act, a sequence, a beat. Not printed.</summary>
    Section,

    /// <summary>What happens, in short. Not printed.</summary>
    Synopsis,

    /// <summary>A remark that stands alone. Not printed.</summary>
    Note,

    /// <summary>Text that was taken out and kept. Not printed.</summary>
    Boneyard,

    /// <summary>Text of a type that only the format it came from has; printed as action.</summary>
    General,
}
