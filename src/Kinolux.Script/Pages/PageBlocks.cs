using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>Makes blocks of a screenplay's printed elements.</summary>
internal static class PageBlocks
{
    /// <param name="whole">Lines of a page.</param>
    public static List<PageBlock> Of(Screenplay script, int whole)
    {
        List<PageBlock> blocks = [];
        var elements = script.Elements;
        for (var i = 0; i < elements.Count; i++)
        {
            var kind = elements[i].Kind;
            if (!kind.IsPrinted)
                continue;
            if (kind == ElementKind.PageBreak)
            {
                if (blocks.Count > 0)
                    blocks[^1] = blocks[^1] with { EndsPage = true };
            }
            else if (kind != ElementKind.Character)
            {
                // An empty scene may end a page.
                if (kind == ElementKind.SceneHeading && blocks is [.., { Pieces: [{ Kind: ElementKind.SceneHeading }] }])
                    blocks[^1] = blocks[^1] with { KeepsNext = false };
                blocks.Add(Block(script, i, blocks));
            }
            else if (elements[i].IsDual && blocks is [.., { Right.Count: 0, Pieces: [{ Kind: ElementKind.Character }, ..] }])
            {
                var (alone, cue) = (blocks[^1], i);
                var both = alone with
                {
                    Pieces = [.. alone.Pieces.Select(piece => Piece(script, piece.Element, PageStyle.Of(piece.Kind, false)))],
                    Right = [.. Speech(script, ref i).Select(at => Piece(script, at, PageStyle.Of(elements[at].Kind, true)))],
                };
                // Two speeches of more than a page cannot be parted side by side.
                if (both.Lines <= whole)
                    blocks[^1] = both;
                else
                    blocks.Add(new PageBlock([.. Speech(script, ref cue).Select(at => Piece(script, at, PageStyle.Of(elements[at].Kind)))], 1));
            }
            else
            {
                blocks.Add(new PageBlock([.. Speech(script, ref i).Select(at => Piece(script, at, PageStyle.Of(elements[at].Kind)))], 1));
            }
        }
        return blocks;
    }

    /// <summary>The lines of each element with the blank ones before them, whatever page they come to stand on; those of a speech are its cue's, of two side by side the first's.</summary>
    public static int[] Lines(Screenplay script, List<PageBlock> blocks)
    {
        var lines = new int[script.Elements.Count];
        foreach (var block in blocks)
            lines[block.Pieces[0].Element] = block.Space + block.Lines;
        return lines;
    }

    private static PageBlock Block(Screenplay script, int index, List<PageBlock> blocks)
    {
        var element = script.Elements[index];
        var style = PageStyle.Of(element.Kind);
        var block = new PageBlock([Piece(script, index, style)], Space(element, style, blocks.Count > 0 ? script.Elements[blocks[^1].Pieces[^1].Element] : null));
        return block with { KeepsNext = element.Kind is ElementKind.SceneHeading or ElementKind.Shot, KeepsPrevious = element.Kind == ElementKind.Transition };
    }

    // Blank lines that a writer put between paragraphs of action are meant; an empty paragraph is one itself.
    private static int Space(ScriptElement element, PageStyle style, ScriptElement? before) => element.Kind switch
    {
        ElementKind.Action or ElementKind.General when element.Text.Length == 0 => 0,
        ElementKind.Action when before is { Kind: ElementKind.Action } => Math.Max(style.Space, element.BlankBefore),
        ElementKind.Centered or ElementKind.Lyrics when before?.Kind == element.Kind && element.BlankBefore == 0 && element.Span.Line > 0 => 0,
        ElementKind.Lyrics => 1,
        _ => style.Space,
    };

    // The elements of a speech; the last of them becomes the one that was read.
    private static List<int> Speech(Screenplay script, ref int index)
    {
        List<int> speech = [index];
        for (var next = index + 1; next < script.Elements.Count; next++)
        {
            var kind = script.Elements[next].Kind;
            if (!kind.IsPrinted)
                continue;
            if (kind == ElementKind.Character || !kind.IsSpeech || (kind == ElementKind.Lyrics && script.Elements[next].BlankBefore > 0))
                break;
            speech.Add(index = next);
        }
        return speech;
    }

    private static PagePiece Piece(Screenplay script, int index, PageStyle style) => new(index, script.Elements[index].Kind, SetRuns.Of(script.Elements[index]), style);
}
