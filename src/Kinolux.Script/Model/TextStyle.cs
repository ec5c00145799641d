namespace Kinolux.Script.Model;

/// <summary>How a run of text looks, or that it is not printed.</summary>
[Flags]
public enum TextStyle
{
    Plain = 0,
    Bold = 1,
    Italic = 2,
    Underline = 4,
    Strikeout = 8,
    AllCaps = 16,

    /// <summary>A remark within the text; not printed.</summary>
    Note = 256,

    /// <summary>Taken out and kept; not printed.</summary>
    Boneyard = 512,
}
