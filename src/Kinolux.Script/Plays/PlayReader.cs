using System.Net;
using Kinolux.Core.Faults;
using Kinolux.Script.Model;

namespace Kinolux.Script.Plays;

/// <summary>
/// Reads a stage play from a table with a line of it in each row: act, scene, character, dialogue. Acts and scenes are headings, verse keeps its lines,
/// stage directions are action; what is bracketed at the head of a line is a parenthetical. Cues and headings are capitals, as scripts have them.
/// </summary>
public sealed class PlayReader
{
    private static readonly string[] Known = ["act", "scene", "character", "dialogue"];

    private readonly List<ScriptElement> _elements = [];
    private readonly List<ScriptExtra> _extras = [];
    private readonly List<string> _said = [];
    private SourceSpan _saidAt;
    private string _scene = "";
    private string _speaker = "";

    private PlayReader()
    {
    }

    /// <summary>True where a text begins with the names of a play's columns.</summary>
    public static bool IsPlay(string text)
    {
        var line = text.AsSpan()[..(text.AsSpan().IndexOfAny('\n', '\r') is >= 0 and var end ? end : text.Length)];
        return line.Length < 1000 && line.Contains("character", StringComparison.OrdinalIgnoreCase)
            && line.ToString().Split([',', ';', '\t', '|']).Select(name => name.Trim().Trim('"').ToLowerInvariant()).ToList() is var names && names.Contains("character") && names.Contains("dialogue");
    }

    /// <summary>Reads a table.</summary>
    /// <param name="text">Without a byte order mark.</param>
    /// <param name="file">What faults call it.</param>
    /// <exception cref="FaultException">KX1405: a row is none of a play.</exception>
    public static Screenplay Read(string text, string file)
    {
        var table = new PlayTable(text, file);
        var reader = new PlayReader();
        var isHead = true;
        List<string> names = [];
        foreach (var row in table.Rows())
        {
            if (isHead)
                names = Names(row, table);
            else
                reader.Row(names, row);
            isHead = false;
        }
        reader.EndSpeech();
        return new Screenplay { Source = text, Elements = reader._elements, Extras = reader._extras };
    }

    private static List<string> Names(IReadOnlyList<PlayField> row, PlayTable table)
    {
        var names = row.Select(field => field.Text.Trim().ToLowerInvariant()).ToList();
        foreach (var needed in (ReadOnlySpan<string>)["character", "dialogue"])
            if (!names.Contains(needed))
                throw table.Fault(row[0].Span.Line, $"no column is named {needed}");
        return names;
    }

    private void Row(List<string> names, IReadOnlyList<PlayField> row)
    {
        PlayField Of(string name) => names.IndexOf(name) is >= 0 and var at ? row[at] : default;
        var (act, scene, character, dialogue) = (Of("act"), Of("scene"), Of("character"), Of("dialogue"));
        Scene(act, scene);
        for (var i = 0; i < row.Count; i++)
            if (!Known.Contains(names[i]) && row[i].IsSaid)
                _extras.Add(new ScriptExtra(names[i].Replace('_', ' '), row[i].Text, row[i].Span.Line));
        if (dialogue.Text is not { Length: > 0 } || string.IsNullOrWhiteSpace(dialogue.Text))
            return;
        var name = character.IsSaid ? character.Text.Trim().TrimEnd(':').TrimEnd() : "";
        if (name.Length == 0 || IsDirection(name))
        {
            EndSpeech();
            _speaker = "";
            Add(ElementKind.Action, dialogue.Span, Clean(dialogue.Text));
        }
        else
        {
            if (name != _speaker)
            {
                EndSpeech();
                Add(ElementKind.Character, character.Span, Name(name));
                _speaker = name;
            }
            Say(dialogue);
        }
    }

    private void Scene(PlayField act, PlayField scene)
    {
        var heading = string.Join(", ", ((PlayField[])[act, scene]).Where(field => field.IsSaid).Select(field => Name(field.Text)));
        if (heading == _scene)
            return;
        EndSpeech();
        (_scene, _speaker) = (heading, "");
        var from = act.IsSaid ? act.Span : scene.Span;
        if (heading.Length > 0)
            Add(ElementKind.SceneHeading, scene.IsSaid ? To(from, scene.Span) : from, heading, isForced: true);
    }

    private static bool IsDirection(string name) => name is ['[', .., ']'] or ['(', .., ')'] || name.StartsWith("stage direction", StringComparison.OrdinalIgnoreCase);

    // "[Aside]  A little more than kin" is said aside; the brackets are those of a script.
    private void Say(PlayField line)
    {
        var text = Clean(line.Text);
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 1 and var close)
        {
            EndSpeech();
            Add(ElementKind.Parenthetical, line.Span, $"({text[1..close].Trim()})");
            text = text[(close + 1)..].Trim();
        }
        if (text.Length == 0)
            return;
        _saidAt = _said.Count == 0 ? line.Span : To(_saidAt, line.Span);
        _said.Add(text);
    }

    private void EndSpeech()
    {
        if (_said.Count > 0)
            Add(ElementKind.Dialogue, _saidAt, string.Join('\n', _said));
        _said.Clear();
    }

    private void Add(ElementKind kind, SourceSpan span, string text, bool isForced = false) => _elements.Add(new ScriptElement(kind, span, [new TextRun(text)]) { IsForced = isForced });

    private static SourceSpan To(SourceSpan first, SourceSpan last) => first with { Length = last.End - first.Start, LastLine = last.LastLine };

    private static string Name(string text) => Clean(text).Replace('\n', ' ').ToUpperInvariant();

    // Tables are made of web pages, which leave "&amp;" behind and white space that lined words up.
    private static string Clean(string text) => string.Join('\n', WebUtility.HtmlDecode(text).ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0));
}
