namespace Kinolux.Script.StoryPrints;

/// <summary>What became of a scene between two drafts.</summary>
public enum StoryChange
{
    /// <summary>It is the same in both, or there is but one script.</summary>
    None,

    /// <summary>It is in both, and says something else.</summary>
    Changed,

    /// <summary>It is in this script alone.</summary>
    Alone,
}
