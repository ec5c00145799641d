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
    public void A_folder_is_named_as_one_and_one_page_is_one_page()
    {
        Assert.Contains("it is a folder", CliRun.Of("script", "info", _folder.Path).Error, StringComparison.Ordinal);
        Assert.Contains("1 page, 3 scenes, 0 speeches", CliRun.Of("script", "info", Put()).Out, StringComparison.Ordinal);
        Assert.EndsWith("a.pdf: 1 page\n", CliRun.Of("script", "print", Put(), "-o", _folder.File("a.pdf"), "--paper", "a4").Out, StringComparison.Ordinal);
        Assert.Equal(2, CliRun.Of("script", "print", Put(), "-o", _folder.File("b.pdf"), "--paper", "a5").Exit);
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

    [Fact]
    public void A_copy_has_every_mend_that_was_accepted_and_keeps_line_ends_and_encoding_and_the_script_stays_as_it_is()
    {
        const string Broken = "Title: The Lamp\r\n\r\nCredit: written by\r\nAuthor: Zoë\r\n\r\nINT. CABIN - DAY\r\n\r\nDust.\r\nEXT. DECK - DAY\r\n\r\nWind.\r\n";
        var script = _folder.File("lamp.fountain");
        File.WriteAllBytes(script, System.Text.Encoding.Latin1.GetBytes(Broken));
        var run = CliRun.Of("script", "check", script, "--mended", _folder.File("mended.fountain"));
        Assert.True(run.Exit == 0, run.Error);
        Assert.Equal(
            "Title: The Lamp\r\nCredit: written by\r\nAuthor: Zoë\r\n\r\nINT. CABIN - DAY\r\n\r\nDust.\r\n\r\nEXT. DECK - DAY\r\n\r\nWind.\r\n",
            System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(_folder.File("mended.fountain"))));
        Assert.Equal(Broken, System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(script)));
        Assert.Contains("KX4004", CliRun.Of("script", "check", script, "--mended", script, "--overwrite").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_waits_is_not_mended_until_somebody_accepts_it()
    {
        var script = Put(text: "INT. CABIN - DAY\n\nDust.\n\nAI COMPUTER ROOM - DAY\n\nHum.\n");
        Assert.Equal(0, CliRun.Of("script", "check", script, "-o", _folder.File("voyage.notes.html"), "--mended", _folder.File("first.fountain")).Exit);
        Assert.Equal(File.ReadAllText(script), File.ReadAllText(_folder.File("first.fountain")));
        Assert.Equal(0, CliRun.Of("review", script, "--accept", "missed-heading").Exit);
        Assert.Equal(0, CliRun.Of("script", "check", script, "--mended", _folder.File("second.fountain")).Exit);
        Assert.Contains("\n\n.AI COMPUTER ROOM - DAY\n\nHum.", File.ReadAllText(_folder.File("second.fountain")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mend_that_a_person_edited_beyond_the_text_is_passed_over()
    {
        var script = Put(text: "INT. CABIN - DAY\n\nDust.\n\nAI COMPUTER ROOM - DAY\n\nHum.\n");
        Assert.Equal(0, CliRun.Of("script", "check", script, "-o", _folder.File("voyage.notes.html")).Exit);
        File.WriteAllText(_folder.File("edit.json"), "{\"change\":{\"from\":2147483647,\"lines\":2147483647,\"text\":[\"x\"],\"says\":\"\"}}");
        Assert.Equal(0, CliRun.Of("review", script, "--edit", "missed-heading", "--with", _folder.File("edit.json")).Exit);
        var run = CliRun.Of("script", "check", script, "--mended", _folder.File("copy.fountain"));
        Assert.True(run.Exit == 0, run.Error);
        Assert.Equal(File.ReadAllText(script), File.ReadAllText(_folder.File("copy.fountain")));
    }
}
