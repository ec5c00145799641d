using Kinolux.Core.Files;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.Core.Files;

public sealed class WholeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("a");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_pipe_in_the_place_of_a_file_is_no_empty_file_and_nobody_waits_for_it()
    {
        Assert.SkipUnless(Tools.Has("mkfifo", "--version"), "mkfifo is not installed");
        Assert.Equal(0, Tool.Run("mkfifo", [Path]).ExitCode);
        Assert.Throws<IOException>(() => WholeFile.Text(Path));
        Assert.Throws<IOException>(() => WholeFile.Tail(Path, 100));
        Assert.Null(WholeFile.FirstLine(Path, 100));
        File.Delete(Path);
        File.WriteAllText(Path, "");
        Assert.Equal("", WholeFile.Text(Path));
        Assert.Equal("", WholeFile.Tail(Path, 100));
    }

    [Fact]
    public void A_file_is_what_it_was_sealed_as_or_it_is_not()
    {
        File.WriteAllText(Path, "film");
        var (seal, hash) = (WholeFile.Seal(Path), WholeFile.Hash(Path));
        Assert.True(WholeFile.Has(Path, seal));
        // Of before lengths were kept.
        Assert.True(WholeFile.Has(Path, hash));
        foreach (var other in (string?[])[null, "", ":", "4:", $"5:{hash}", $"4:4:{hash}", hash[1..]])
            Assert.False(WholeFile.Has(Path, other));
        File.WriteAllText(Path, "Film");
        Assert.False(WholeFile.Has(Path, seal));
    }

    [Fact]
    public void What_grew_without_end_is_not_read_to_its_end()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "files of holes");
        File.WriteAllText(Path, "first\nsecond\n");
        var seal = WholeFile.Seal(Path);
        using (var file = File.OpenWrite(Path))
            file.SetLength(3L << 40);
        Assert.False(WholeFile.Has(Path, seal));
        Assert.Throws<IOException>(() => WholeFile.Read(Path));
        Assert.Equal("first", WholeFile.FirstLine(Path, 100));
        Assert.Null(WholeFile.FirstLine(Path, 4));
        Assert.Equal(new string('\0', 100), WholeFile.Tail(Path, 100));
    }
}
