using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>
/// Where an element stands on a page of 12 point Courier: ten columns to the inch, six lines, on US Letter with an inch and a half at the left and an inch elsewhere.
/// </summary>
/// <param name="Column">Where its lines begin, from the left margin.</param>
/// <param name="Width">Columns that a line has at most.</param>
/// <param name="Space">Blank lines before it.</param>
internal readonly record struct PageStyle(int Column, int Width, int Space)
{
    /// <summary>Columns between the margins.</summary>
    public const int PageWidth = 60;

    // Two speeches side by side.
    private const int DualWidth = 28;
    private const int DualGap = 3;

    public static PageStyle Of(ElementKind kind) => kind switch
    {
        ElementKind.SceneHeading => new(0, PageWidth, 2),
        ElementKind.Character => new(20, PageWidth - 20, 1),
        ElementKind.Parenthetical => new(15, 26, 0),
        ElementKind.Dialogue => new(10, 35, 0),
        ElementKind.Lyrics => new(10, 35, 0),
        _ => new(0, PageWidth, 1),
    };

    /// <summary>The same in the left or right one of two speeches side by side.</summary>
    public static PageStyle Of(ElementKind kind, bool isRight)
    {
        var left = isRight ? DualWidth + DualGap : 0;
        return kind switch
        {
            ElementKind.Character => new(left + 9, DualWidth - 9, 1),
            ElementKind.Parenthetical => new(left + 4, DualWidth - 4, 0),
            _ => new(left, DualWidth, 0),
        };
    }
}
