using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>A screenplay on pages.</summary>
public sealed class ScriptPages
{
    /// <summary>Lines between the top and the bottom margin of US Letter.</summary>
    public const int LinesPerPage = 54;

    private readonly int[] _pageOf;

    internal ScriptPages(ScriptPaper paper, IReadOnlyList<ScriptPage> pages, IReadOnlyList<PageLength> scenes, int[] pageOf)
    {
        (Paper, Pages, Scenes, _pageOf) = (paper, pages, scenes, pageOf);
    }

    public ScriptPaper Paper { get; }

    /// <summary>Without the title page.</summary>
    public IReadOnlyList<ScriptPage> Pages { get; }

    /// <summary>The length of each scene, at least an eighth. What is not printed weighs nothing.</summary>
    public IReadOnlyList<PageLength> Scenes { get; }

    /// <summary>The page, counted from 1, that an element begins on; 0 where it is not printed.</summary>
    public int PageOf(int element) => _pageOf[element];

    public static ScriptPages Of(Screenplay script, ScriptPaper paper = ScriptPaper.Letter) => new Paginator(script, paper).Run();
}
