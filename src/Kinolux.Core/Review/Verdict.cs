namespace Kinolux.Core.Review;

/// <summary>What was decided about a proposal.</summary>
public enum Verdict
{
    /// <summary>Not decided: it waits for a person and is not applied.</summary>
    Wait,

    /// <summary>Applied as proposed.</summary>
    Accept,

    /// <summary>Applied as a person changed it.</summary>
    Edit,

    /// <summary>Not applied.</summary>
    Reject,
}
