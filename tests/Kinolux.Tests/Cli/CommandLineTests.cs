using System.Text.Json;

namespace Kinolux.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("KX2001", "stages", "--nonsense")]
    [InlineData("KX2001", "doctor", "--instal")]
    [InlineData("KX2002", "stagse")]
    [InlineData("KX2010", "stages", "nonsense")]
    public void Wrong_usage_is_a_coded_fault_and_exits_2(string code, params string[] arguments)
    {
        var run = CliRun.Of(arguments);
        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Out);
        Assert.StartsWith($"error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("try: kinolux ", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dirt", "despeckle")]
    [InlineData("blotches", "despeckle")]
    [InlineData("dust", "despeckle")]
    [InlineData("despekle", "despeckle")]
    [InlineData("scratch", "scratches")]
    [InlineData("flicker", "deflicker")]
    [InlineData("stain", "stains")]
    [InlineData("weave", "stabilise")]
    [InlineData("jitter", "stabilise")]
    [InlineData("black-frames", "missing-frames")]
    [InlineData("Grain", "degrain")]
    [InlineData("noise", "degrain")]
    public void The_name_of_damage_leads_to_the_stage_that_repairs_it(string word, string stage)
    {
        var run = CliRun.Of("stages", word);
        Assert.Equal(2, run.Exit);
        Assert.Contains($"error KX2010: there is no stage {word}, did you mean {stage}?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void With_json_a_fault_is_one_document_on_standard_output()
    {
        var run = CliRun.Of("stagse", "--json");
        Assert.Equal(2, run.Exit);
        Assert.Empty(run.Error);
        var error = JsonDocument.Parse(run.Out).RootElement.GetProperty("error");
        Assert.Equal("KX2002", error.GetProperty("code").GetString());
        Assert.Contains("did you mean stages?", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Version_is_one_line_or_one_document()
    {
        var words = CliRun.Of("--version");
        Assert.Equal(0, words.Exit);
        Assert.Matches(@"^\d+\.\d+\.\d+\S*\n$", words.Out);
        Assert.Equal(words.Out.Trim(), JsonDocument.Parse(CliRun.Of("--version", "--json").Out).RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public void No_command_shows_the_help()
    {
        var run = CliRun.Of();
        Assert.Equal(0, run.Exit);
        Assert.Contains("stages", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Doctor_names_every_tool()
    {
        var run = CliRun.Of("doctor", "--json");
        var names = JsonDocument.Parse(run.Out).RootElement.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("name").GetString()).ToList();
        Assert.Contains("ffmpeg", names);
        Assert.Contains("ffprobe", names);
        Assert.Contains("chromium", names);
        Assert.Contains("onnxruntime", names);
    }

    [Fact]
    public void Doctor_says_of_each_font_for_paper_where_it_is_or_which_package_brings_it()
    {
        var findings = JsonDocument.Parse(CliRun.Of("doctor", "--json").Out).RootElement.GetProperty("findings").EnumerateArray().ToList();
        foreach (var (name, package) in new[] { ("DejaVu Sans", "fonts-dejavu-core"), ("Courier Prime", "fonts-courier-prime"), ("Noto Sans CJK", "fonts-noto-cjk") })
        {
            var font = Assert.Single(findings, finding => finding.GetProperty("name").GetString() == name);
            Assert.Equal(package, font.GetProperty("package").GetString());
            Assert.False(font.GetProperty("required").GetBoolean());
            Assert.Equal(font.GetProperty("present").GetBoolean(), font.GetProperty("detail").GetString()?.Contains('/', StringComparison.Ordinal));
        }
    }
}
