using Kinolux.Core.Review;
using Kinolux.Script.Works;
using Kinolux.Tests.Cli;
using Kinolux.Tests.Work;
using Kinolux.Work;
using Kinolux.Work.Library;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Script.Works;

public sealed class ScriptEngineTests : EngineContract
{
    private const string Text = "INT. CABIN - NIGHT #1#\n\nOLGA, a sailor, and OLGA MEYER, her aunt, sit.\n\nOLGA\nIt is late.\n\nINT. DECK - NIGHT #3#\n\nOLGA MEYER\nIt is.\n\nEXT. HARBOUR - DAY #4#\n\nGulls.\n";

    private protected override IEngine Engine { get; } = new ScriptEngine();

    protected override (string Looks, string Makes) VerbNames => ("check", "notes");

    // The heading whose number comes after none.
    protected override string SomePlace => "8";

    protected override string PutDocument()
    {
        File.WriteAllText(Folder.File("voyage.fountain"), Text);
        return Folder.File("voyage.fountain");
    }

    [Fact]
    public void A_waiver_stays_on_its_line_through_a_rewrite_and_the_notes_give_its_reason()
    {
        PutDocument();
        var item = Item();
        Run(item, "check");
        using (var work = item.Open())
            new WorkReview(work, TimeProvider.System, "Ann").Decide([Found(work, "number-gap").Outline.Id], Verdict.Reject, "scene 2 was cut");
        File.WriteAllText(item.Source, "EXT. SEA - DAY\n\nWaves.\n\n" + Text.Replace("It is late.", "It is very late.", StringComparison.Ordinal));
        Run(item, "notes");
        using (var work = item.Open())
            Assert.Equal((Verdict.Reject, "scene 2 was cut"), (Found(work, "number-gap").Now.Verdict, Found(work, "number-gap").Now.Reason));
        Assert.Contains("scene 2 was cut", File.ReadAllText(item.Output), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_proven_until_the_script_the_decisions_or_they_themselves_change()
    {
        PutDocument();
        var item = Item();
        Run(item, "notes");
        Assert.Empty(Proof());
        File.AppendAllText(item.Source, "\nA gull sits.\n");
        Assert.Contains("its words changed", Assert.Single(Proof()), StringComparison.Ordinal);
        Run(item, "notes");
        using (var work = item.Open())
            new WorkReview(work, TimeProvider.System, "Ann").Decide([Found(work, "number-gap").Outline.Id], Verdict.Reject, "scene 2 was cut");
        Assert.Contains("what was decided changed", Assert.Single(Proof()), StringComparison.Ordinal);
        Run(item, "notes");
        Assert.Empty(Proof());
        File.AppendAllText(item.Output, "<!-- mine -->");
        Assert.Contains("was changed after it was written", Assert.Single(Proof()), StringComparison.Ordinal);
        File.Delete(item.Output);
        Assert.Contains("is not there", Assert.Single(Proof()), StringComparison.Ordinal);

        IReadOnlyList<string> Proof()
        {
            using var work = item.Open();
            var before = Directory.EnumerateFiles(work.Path, "*", SearchOption.AllDirectories).Select(file => (file, File.GetLastWriteTimeUtc(file))).Order().ToList();
            var proof = NotesProof.Of(work, item.Output);
            Assert.Equal(before, Directory.EnumerateFiles(work.Path, "*", SearchOption.AllDirectories).Select(file => (file, File.GetLastWriteTimeUtc(file))).Order());
            return proof.Findings;
        }
    }

    [Fact]
    public void The_command_line_verifies_notes_and_says_what_cannot_be_done_with_them()
    {
        PutDocument();
        string Kinolux(string line, int exit)
        {
            var run = KinoluxProgram.Run(Folder.Path, line);
            Assert.True(run.ExitCode == exit, $"{line}: {run.ExitCode}\n{run.Output}{run.ErrorTail}");
            return run.Output + run.ErrorTail;
        }
        Kinolux("kinolux script check voyage.fountain -o notes.html", 0);
        Assert.Contains("proven: notes.html is exactly what", Kinolux("kinolux verify notes.html", 0), StringComparison.Ordinal);
        Assert.Contains("\"proven\": true", Kinolux("kinolux verify notes.html --json", 0), StringComparison.Ordinal);
        Assert.Contains("KX4111", Kinolux("kinolux export notes.html --ask page.html", 2), StringComparison.Ordinal);
        File.AppendAllText(Folder.File("voyage.fountain"), "\nA gull sits.\n");
        Assert.Contains("its words changed; kinolux script check", Kinolux("kinolux verify notes.html.kinolux", 1), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_names_that_a_person_merges_are_one_in_the_notes()
    {
        PutDocument();
        var item = Item();
        Run(item, "check");
        using (var work = item.Open())
            new WorkReview(work, TimeProvider.System, "Ann").Decide([Found(work, "alias").Outline.Id], Verdict.Accept, null);
        Run(item, "notes");
        Assert.Matches("<th scope=\"row\">OLGA( MEYER)?</th><td[^>]*>OLGA( MEYER)?</td>", File.ReadAllText(item.Output));
    }

    [Fact]
    public void Scenes_that_read_the_same_are_asked_about_and_the_answer_holds_in_all_later_versions()
    {
        const string Hall = "INT. HALL - DAY\n\nSteps.\n\n";
        File.WriteAllText(Folder.File("halls.fountain"), Hall + Hall + "INT. YARD - DAY\n\nRain falls.\n");
        var item = Item();
        Run(item, "check");
        File.WriteAllText(item.Source, Hall + "INT. YARD - DAY\n\nRain falls.\n");
        Run(item, "check");
        Assert.Equal(["sc-1", "sc-3"], Parts(item));
        using (var work = item.Open())
            new WorkReview(work, TimeProvider.System, "Ann").Decide([Found(work, "same-scene").Outline.Id], Verdict.Reject, "the first was cut");
        Assert.Equal(["sc-2", "sc-3"], Parts(item));
        File.WriteAllText(item.Source, "INT. NEW - DAY\n\nA door.\n\n" + Hall + "INT. YARD - DAY\n\nRain falls.\n");
        Run(item, "check");
        Assert.Equal(["sc-4", "sc-2", "sc-3"], Parts(item));
        using (var work = item.Open())
            new WorkReview(work, TimeProvider.System, "Ann").Undo();
        Assert.Equal(["sc-4", "sc-1", "sc-3"], Parts(item));
    }

    private WorkItem Item() => new WorkLibrary(Folder.Path, new Engines(Engine)).All().Works.Single();

    private void Run(WorkItem item, string verb) => Engine.Run(new EngineRun(item.WorkPath, item.Source, item.Output, verb, [], false, "Ann", TimeProvider.System), null, default);

    private static Ruled Found(WorkFolder work, string kind) => new ReviewIndex(work).Now().All.First(found => found.Outline.Group.Kind == kind);

    private static IEnumerable<string> Parts(WorkItem item)
    {
        using var work = item.Open();
        return [.. new ReviewIndex(work).Now().Document.Parts.Select(part => part.Id)];
    }
}
