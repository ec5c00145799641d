namespace Kinolux.Script.Model;

/// <summary>A stretch of an element's text that looks alike.</summary>
/// <param name="Text">Without marks. Lines are parted by <c>\n</c>.</param>
/// <param name="Revision">The number of the revision set that changed it last; 0 for none.</param>
/// <param name="Tag">The number of the breakdown tag on it; 0 for none.</param>
public readonly record struct TextRun(string Text, TextStyle Style = TextStyle.Plain, int Revision = 0, int Tag = 0)
{
    public bool IsPrinted => (Style & (TextStyle.Note | TextStyle.Boneyard)) == 0;
}
