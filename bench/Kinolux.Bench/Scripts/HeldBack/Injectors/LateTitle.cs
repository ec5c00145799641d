using Kinolux.Script.Fountain;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Cuts a title page in two with a blank line; a script without one gets one.</summary>
internal static class LateTitle
{
    private static readonly string[] Titles = ["Sand in the Clock", "The Other Piano", "Nobody's Dog", "A Bridge of Hats", "Eleven Spoons"];
    private static readonly string[] Persons = ["R. Tamm", "Ida Voss", "J. and K. Lindqvist", "Otis Bell"];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var draft = new Draft(script);
        string says;
        if (script.Script.Title is { Count: > 1 } title && random.Next(2) == 0)
        {
            var at = 1 + random.Next(title.Count - 1);
            says = $"a blank line before {title[at].Key}";
            draft.Insert(title[at].Span.Line, [.. Enumerable.Repeat("", random.Next(1, 3))]);
            for (var i = at; i < title.Count; i++)
                draft.Mark(title[i].Span.Line, title[i].Span.LastLine);
        }
        else
        {
            List<string> keys = [$"Author: {random.Of(Persons)}", "Credit: Written by", "Draft date: 7/11/2023", "Source: After a true story", "Contact: The Mill, Long Lane", "Copyright: (c) 2023 Mill Pictures", "Authors: Ida Voss and Otis Bell", "Notes: For reading only", "Revision: Blue"];
            var late = random.GetItems(keys.ToArray(), random.Next(1, 4)).Distinct().ToList();
            var first = script.Script.Elements[0].Span.Line;
            foreach (var entry in script.Script.Title)
                for (var line = entry.Span.Line; line <= entry.Span.LastLine; line++)
                    draft.Remove(line);
            says = string.Join(" | ", late);
            draft.Insert(0, [$"Title: {random.Of(Titles)}", "", .. late.Select(line => line + MarkedText.Mark), ""]);
            if (first < 0)
                return null;
        }
        var text = draft.Done();
        return FountainReader.Read(text.Text).Title.Any(entry => text.Marks.Contains(entry.Span.Line)) ? null : new Fault(["late-title"], $"{script.Name}: {says}", text);
    }
}
