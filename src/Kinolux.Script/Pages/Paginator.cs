using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>
/// Puts blocks on pages: no heading and no cue alone at a page's foot, no transition at its head, no single line of a paragraph on either side;
/// a speech is parted where a sentence ends, with (MORE) and (CONT'D).
/// </summary>
internal sealed class Paginator(Screenplay script, ScriptPaper paper)
{
    // Blocks that must not be parted from each other, such as a heading, a shot and the cue below: in a script of headings alone not all of them.
    private const int LongestChain = 3;

    private readonly int _lines = paper.Lines;
    private readonly List<ScriptPage> _pages = [];
    private readonly int[] _pageOf = new int[script.Elements.Count];
    private List<PageLine> _page = [];
    private int _row;

    public ScriptPages Run()
    {
        var blocks = PageBlocks.Of(script, _lines);
        var lengths = Lengths(blocks);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (_row > 0 && !Starts(blocks, i, _row))
                EndPage();
            Put(blocks[i]);
            if (blocks[i].EndsPage)
                EndPage();
        }
        EndPage();
        return new ScriptPages(paper, _pages, lengths, _pageOf);
    }

    // True where a block may begin on the page that is filled to a row: it fits, or its first part does, and so does the beginning of what it must not be parted from.
    private bool Starts(List<PageBlock> blocks, int index, int row, int tied = 0)
    {
        var block = blocks[index];
        var from = row == 0 ? 0 : row + block.Space;
        var after = from + block.Lines;
        if (after > _lines)
            return !block.KeepsNext && block.Split(_lines - from, _lines) is not null;
        var isTied = tied < LongestChain && index + 1 < blocks.Count && !block.EndsPage && (block.KeepsNext || blocks[index + 1].KeepsPrevious);
        return !isTied || Starts(blocks, index + 1, after, tied + 1);
    }

    private void Put(PageBlock block)
    {
        var from = _row == 0 ? 0 : _row + block.Space;
        while (from + block.Lines > _lines)
        {
            if (block.Split(_lines - from, _lines) is var (first, rest))
            {
                Set(first, from);
                block = rest;
            }
            else if (_row == 0)
            {
                break;
            }
            EndPage();
            from = 0;
        }
        Set(block, from);
    }

    private void Set(PageBlock block, int from)
    {
        foreach (var line in block.Set(from))
        {
            // What is longer than a page and cannot be parted well goes on over the next.
            if (line.Row > 0 && line.Row % _lines == 0)
                EndPage();
            _page.Add(line with { Row = line.Row % _lines });
            if (_pageOf[line.Element] == 0)
                _pageOf[line.Element] = _pages.Count + 1;
        }
        _row = (from + block.Lines - 1) % _lines + 1;
    }

    private void EndPage()
    {
        if (_page.Count > 0)
            _pages.Add(new ScriptPage(_pages.Count + 1, _page));
        (_page, _row) = ([], 0);
    }

    private List<PageLength> Lengths(List<PageBlock> blocks)
    {
        var lines = PageBlocks.Lines(script, blocks);
        return [.. script.Scenes.Select(scene => new PageLength(Math.Max(1, (int)Math.Round(lines[scene.First..scene.End].Sum() * 8.0 / _lines))))];
    }
}
