namespace Kinolux.Script.Pages;

/// <summary>What pages are counted and printed on. Both have 60 columns from an inch and a half at the left, and an inch above and below.</summary>
public enum ScriptPaper
{
    /// <summary>US Letter: 54 lines, a minute a page as the field counts it.</summary>
    Letter,

    /// <summary>58 lines.</summary>
    A4,
}
