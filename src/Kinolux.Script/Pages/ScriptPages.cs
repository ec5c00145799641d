using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>A screenplay on pages.</summary>
public sealed class ScriptPages
{
    /// <summary>Lines between the top and the bottom margin.</summary>
    public const int LinesPerPage = 54;

    private readonly int[] _pageOf;

    internal ScriptPages(IReadOnlyList<ScriptPage> pages, IReadOnlyList<PageLength> scenes, int[] pageOf)
    {
        (Pages, Scenes, _pageOf) = (pages, scenes, pageOf);
    }

    /// <summary>Without the title page.</summary>
    public IReadOnlyList<ScriptPage> Pages { get; }

    /// <summary>The length of each scene, at least an eighth. What is not printed weighs nothing.</summary>
    public IReadOnlyList<PageLength> Scenes { get; }

    /// <summary>The page, counted from 1, that an element begins on; 0 where it is not printed.</summary>
    public int PageOf(int element) => _pageOf[element];

    public static ScriptPages Of(Screenplay script) => new Paginator(script).Run();
}
