using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Cli;

public sealed class ScriptCheckTests : IDisposable
{
    private const string Text = "INT. CABIN - NIGHT #1#\n\nThe lamp goes out.\n\nINT. DECK - NIGHT #3#\n\nEXT. HARBOUR - DAY #4#\n\nGulls.\n";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Put(string name = "voyage.fountain", string text = Text)
    {
        File.WriteAllText(_folder.File(name), text);
        return _folder.File(name);
    }

    [Fact]
    public void A_check_alone_writes_nothing_beside_the_script()
    {
        var script = Put();
        var run = CliRun.Of("script", "check", script);
        Assert.True(run.Exit == 0, run.Error);
        Assert.Contains("line 5", run.Out, StringComparison.Ordinal);
        Assert.Equal([script], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal(Text, File.ReadAllText(script));
    }

    [Fact]
    public void A_line_answers_why_with_and_without_a_work()
    {
        var script = Put();
        Assert.Contains("number-gap", CliRun.Of("why", script, "--at", "5").Out, StringComparison.Ordinal);
        Assert.Equal([script], Directory.EnumerateFileSystemEntries(_folder.Path));
        Assert.Equal(0, CliRun.Of("script", "check", script, "-o", _folder.File("voyage.notes.html")).Exit);
        Assert.Contains("number-gap", CliRun.Of("why", script, "--at", "5").Out, StringComparison.Ordinal);
        Assert.Contains("Nothing was found here", CliRun.Of("why", script, "--at", "1").Out, StringComparison.Ordinal);
        Assert.Contains("KX1031", CliRun.Of("why", script, "--at", "400").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_waived_by_the_scripts_own_name_is_waived_in_later_checks_and_notes()
    {
        var script = Put();
        Assert.Equal(0, CliRun.Of("script", "check", script, "-o", _folder.File("voyage.notes.html")).Exit);
        Assert.Equal(0, CliRun.Of("review", script, "--reject", "number-gap", "--reason", "scene 2 was cut").Exit);
        Put(text: "FADE IN:\n\n" + Text);
        Assert.Contains("meant so, says tester", CliRun.Of("script", "check", script).Out, StringComparison.Ordinal);
        var again = CliRun.Of("script", "check", script, "-o", _folder.File("voyage.notes.html"));
        Assert.True(again.Exit == 0, again.Error);
        Assert.Contains("scene 2 was cut", File.ReadAllText(_folder.File("voyage.notes.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_are_never_written_over_what_is_no_notes_of_the_work()
    {
        var script = Put();
        Put("mine.html", "my page");
        Assert.Contains("KX4003", CliRun.Of("script", "check", script, "-o", _folder.File("mine.html")).Error, StringComparison.Ordinal);
        Assert.Equal("my page", File.ReadAllText(_folder.File("mine.html")));
        Assert.Contains("KX4005", CliRun.Of("script", "check", script, "-o", _folder.File("mine.docx")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_were_damaged_are_a_fault_and_stay_as_they_are()
    {
        var script = Put();
        Assert.Equal(0, CliRun.Of("script", "check", script, "-o", _folder.File("voyage.notes.html")).Exit);
        var names = Path.Combine(_folder.File("voyage.notes.html.kinolux"), "identity.json");
        File.WriteAllText(names, "{\"schema\":1");
        Assert.Contains("KX2410", CliRun.Of("script", "check", script).Error, StringComparison.Ordinal);
        Assert.Equal("{\"schema\":1", File.ReadAllText(names));
    }
}
