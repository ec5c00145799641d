using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Script.Editing;

/// <summary>What an editor shows of a Fountain text while it is written, as the reader reads it: an editor has no rules of its own.</summary>
/// <param name="Lines">A letter for each line: what it is (<see cref="LetterOf"/>), <c>T</c> on the title page, <c>-</c> where it is blank.</param>
/// <param name="Marks">Start, length and look of each stretch that looks otherwise, one after the other: the numbers of <see cref="TextStyle"/>, 1024 for what only marks.</param>
/// <param name="Pages">The first character of each page.</param>
public sealed record EditorReading(string Lines, IReadOnlyList<int> Marks, IReadOnlyList<EditorScene> Scenes, IReadOnlyList<int> Pages)
{
    private const int Syntax = 1024;

    public static EditorReading Of(string text) => Of(FountainReader.Read(text));

    public static EditorReading Of(Screenplay script)
    {
        var pages = ScriptPages.Of(script);
        var marks = TextMarks.Of(script);
        var numbers = new List<int>(marks.Count * 3);
        foreach (var mark in marks)
            numbers.AddRange([mark.Start, mark.Length, mark.IsSyntax ? Syntax : (int)mark.Style]);
        return new EditorReading(LinesOf(script), numbers, [.. script.Scenes.Select(scene => SceneOf(scene, pages))], PageStarts.Of(script, pages, marks));
    }

    /// <summary>The letter of a kind.</summary>
    public static char LetterOf(ElementKind kind) => kind switch
    {
        ElementKind.SceneHeading => 'h',
        ElementKind.Action => 'a',
        ElementKind.Character => 'c',
        ElementKind.Parenthetical => 'p',
        ElementKind.Dialogue => 'd',
        ElementKind.Lyrics => 'l',
        ElementKind.Transition => 't',
        ElementKind.Shot => 's',
        ElementKind.Centered => 'z',
        ElementKind.PageBreak => 'b',
        ElementKind.Section => '#',
        ElementKind.Synopsis => '=',
        ElementKind.Note => 'n',
        ElementKind.Boneyard => 'x',
        _ => 'a',
    };

    private static string LinesOf(Screenplay script)
    {
        var text = script.Source.AsSpan();
        var letters = new char[text.Count('\n') + 1];
        Array.Fill(letters, '-');
        foreach (var entry in script.Title)
            Array.Fill(letters, 'T', entry.Span.Line, entry.Span.LastLine - entry.Span.Line + 1);
        // Lyrics without a speech around them stand as action does.
        var inSpeech = false;
        foreach (var element in script.Elements)
        {
            inSpeech = element.Kind.IsSpeech && (inSpeech || element.Kind == ElementKind.Character);
            var letter = element.Kind == ElementKind.Lyrics && !inSpeech ? 'L' : LetterOf(element.Kind);
            for (var line = element.Span.Line; line <= element.Span.LastLine; line++)
                // A line that is also a paragraph's is the paragraph's.
                if (element.Kind.IsPrinted || letters[line] == '-')
                    letters[line] = letter;
        }
        return new string(letters);
    }

    private static EditorScene SceneOf(Scene scene, ScriptPages pages)
    {
        var slug = scene.Slugline;
        return new EditorScene(scene.Number, scene.Heading.Text, scene.Heading.Span.Line, pages.PageOf(scene.First), pages.Scenes[scene.Index].Eighths, slug.Interior == slug.Exterior ? null : slug.Interior, DayTime.Of(slug.Time));
    }
}
