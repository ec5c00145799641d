using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Processes;
using Kinolux.Core.Review;
using Kinolux.Work.Links;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Core.Files;

/// <summary>A file in a work folder that is a file elsewhere too, by a hard link.</summary>
public sealed class OwnFileTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public OwnFileTests()
    {
        Directory.CreateDirectory(_home.File("work"));
        File.WriteAllText(_home.File("thesis.doc"), "precious\n");
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("links.jsonl")]
    [InlineData("review.jsonl")]
    [InlineData("any.log")]
    public void What_is_added_to_a_file_of_several_names_is_not_added_under_the_others(string name)
    {
        Link(name);
        Add(name);
        Add(name);
        Assert.Equal("precious\n", File.ReadAllText(_home.File("thesis.doc")));
        var lines = File.ReadAllLines(_home.File("work/" + name));
        Assert.Equal((3, "precious"), (lines.Length, lines[0]));
    }

    [Fact]
    public void A_file_of_one_name_stays_the_same_file()
    {
        AtomicFile.Append(_home.File("work/any.log"), "one\n");
        var before = Inode("work/any.log");
        AtomicFile.Append(_home.File("work/any.log"), "two\n");
        Assert.Equal(before, Inode("work/any.log"));
    }

    [Fact]
    public void A_pipe_is_no_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo is a tool of Unix");
        Assert.Equal(0, Tool.Run("mkfifo", [_home.File("work/any.log")]).ExitCode);
        Assert.Throws<FaultException>(() => AtomicFile.Append(_home.File("work/any.log"), "one\n"));
    }

    private void Add(string name)
    {
        var work = new ClosedFolder(_home.File("work"));
        switch (name)
        {
            case "links.jsonl":
                new LinkLog(work).Append(new Link(DateTimeOffset.UnixEpoch, "out.mkv", null, "film", "00", null, null));
                break;
            case "review.jsonl":
                new ReviewLog(work, _ => true).Append([new WithdrawalEntry("b", "Ann", DateTimeOffset.UnixEpoch, null)]);
                break;
            default:
                AtomicFile.Append(work.At(name), "more\n");
                break;
        }
    }

    private void Link(string name)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "how many names a file has is asked of Linux alone");
        var made = Tool.Run("ln", [_home.File("thesis.doc"), _home.File("work/" + name)]);
        Assert.SkipUnless(made.ExitCode == 0, $"this disk has no hard links: {made.ErrorTail}");
    }

    private string Inode(string file) => OperatingSystem.IsLinux() ? Tool.Run("stat", ["-c", "%i", _home.File(file)]).Output : "";
}
