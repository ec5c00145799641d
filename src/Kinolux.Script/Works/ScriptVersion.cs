using System.Globalization;
using System.Text;
using Kinolux.Core.Review;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Identity;
using Kinolux.Script.Model;
using Kinolux.Script.People;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Script.Works;

/// <summary>A script as it is now, with the lasting names of its scenes and elements.</summary>
/// <param name="Script">In Fountain, whatever it is stored as: its lines are the ones that people name.</param>
/// <param name="Seen">The names as they are kept: before what people said of scenes that read alike.</param>
/// <param name="Document">For the review.</param>
public sealed record ScriptVersion(ScriptFile File, Screenplay Script, ScriptIdentity Seen, TextDocument Document)
{
    /// <summary>Reads a script and finds its scenes again.</summary>
    /// <exception cref="Core.Faults.FaultException">As <see cref="ScriptFile.Read"/>; KX2410: what was seen last cannot be read.</exception>
    public static ScriptVersion Of(WorkFolder work, string source, ReviewRecord review)
    {
        var file = ScriptFile.Read(source);
        return Follow(work, file, file.IsFountain ? file.Script : FountainReader.Read(FountainWriter.Write(file.Script).Text), review);
    }

    /// <summary>A text that is being written and is on no disk: its scenes are those that were seen last, as far as they are still there. Nothing of it is kept.</summary>
    /// <exception cref="Core.Faults.FaultException">KX2410: what was seen last cannot be read.</exception>
    public static ScriptVersion Written(WorkFolder work, string source, string text, ReviewRecord review)
    {
        var script = FountainReader.Read(text);
        return Follow(work, new ScriptFile(source, ScriptFormat.Fountain, new ScriptText(text, new UTF8Encoding(false), false), script), script, review);
    }

    private static ScriptVersion Follow(WorkFolder work, ScriptFile file, Screenplay script, ReviewRecord review)
    {
        var seen = new IdentityFile(work.Files).Read().Follow(script);
        return new ScriptVersion(file, script, seen, DocumentOf(file.Path, script, seen.Settled(doubt => SceneDoubts.IsOther(doubt, seen, review)).Names));
    }

    /// <summary>Who is in it, once people said whose names are one person's.</summary>
    public Cast CastBy(ReviewRecord review) => ScriptJudgement.People(this, review.Reviewer(ScriptKinds.All, Document.Anchor)).Cast;

    /// <summary>What is found in it, as people and the policy decide; without mends.</summary>
    public IReadOnlyList<ProposalView> Findings(ReviewRecord review) =>
    [
        .. ScriptJudgement.Of(this, review.Reviewer(ScriptKinds.All, Document.Anchor), mends: false).Decided.Select(item => new ProposalView(
            item.Proposal.Id, item.Proposal.Kind, Document.PartAt(item.Proposal.Place)?.Id ?? "", item.Proposal.Place, null, item.Proposal.Place.Words, item.Proposal.Summary, item.Proposal.Confidence, item.Proposal.Source, item.Proposal.Evidence,
            item.Proposal.Change, null, new Ruling(item.Verdict, item.By, item.Reason), null)),
    ];

    /// <summary>Words of an element as a place that is found again: by its element, then by the words and what stands around them.</summary>
    /// <param name="element">The index of the element.</param>
    /// <param name="quote">Empty for all of it.</param>
    public TextPlace PlaceOf(int element, string quote)
    {
        var home = Document.Elements[element];
        var at = quote.Length == 0 ? -1 : home.Text.IndexOf(quote, StringComparison.Ordinal);
        if (at < 0)
            return new TextPlace(home.Name, new Extent(home.FirstLine, home.FirstLine + home.Text.AsSpan().Count('\n')), "");
        var line = home.FirstLine + home.Text.AsSpan(0, at).Count('\n');
        return new TextPlace(
            home.Name, new Extent(line, line + quote.AsSpan().Count('\n')), quote,
            home.Text[Math.Max(0, at - Around)..at], home.Text[(at + quote.Length)..Math.Min(home.Text.Length, at + quote.Length + Around)],
            IsAlone: Script.Source.IndexOf(quote, StringComparison.Ordinal) is var first && Script.Source.IndexOf(quote, first + 1, StringComparison.Ordinal) < 0);
    }

    // A few words.
    private const int Around = 24;

    private static TextDocument DocumentOf(string path, Screenplay script, IReadOnlyList<string> names)
    {
        List<TextElement> elements = [.. script.Elements.Select((element, i) => new TextElement(names[i], element.Span.Line, script.Source.Substring(element.Span.Start, element.Span.Length).ReplaceLineEndings("\n")))];
        var lines = script.Source.AsSpan().Count('\n') + 1;
        List<Part> parts = [.. script.Scenes.Select(scene => new Part(
            scene.Index + 1, names[scene.First], string.Create(CultureInfo.InvariantCulture, $"{scene.Number} {scene.Heading.Text}"),
            new Extent(scene.Heading.Span.Line, (scene.Index + 1 < script.Scenes.Count ? script.Scenes[scene.Index + 1].Heading.Span.Line : lines) - 1)))];
        return new TextDocument(path, elements, parts);
    }
}
