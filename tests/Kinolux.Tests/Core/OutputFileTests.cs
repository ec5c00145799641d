using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Tests.Core;

public sealed class OutputFileTests
{
    [Fact]
    public void What_exists_is_kept_and_a_source_is_never_an_output()
    {
        using var folder = new TemporaryFolder();
        var (source, link) = (folder.File("a.txt"), folder.File("link.txt"));
        File.WriteAllText(source, "x");
        File.CreateSymbolicLink(link, source);
        OutputFile.Check(folder.File("new.txt"), overwrite: false, source);
        Assert.Equal("KX4003", Code(() => OutputFile.Check(source, overwrite: false)));
        Assert.Equal("KX4004", Code(() => OutputFile.Check(source, overwrite: true, source)));
        Assert.Equal("KX4004", Code(() => OutputFile.Check(link, overwrite: true, source)));
        Assert.Equal("KX4003", Code(() => OutputFile.Check(folder.Path, overwrite: true)));
        Assert.Equal("KX4101", Code(() => OutputFile.Check("", overwrite: true)));
        OutputFile.Check(source, overwrite: true);
    }

    private static string Code(Action action) => Assert.Throws<FaultException>(action).Fault.Code;
}
