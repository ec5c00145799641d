using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Tests.Core.Files;

public sealed class ClosedFolderTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private ClosedFolder Closed => new(_home.File("prod"));

    public ClosedFolderTests()
    {
        Directory.CreateDirectory(_home.File("prod"));
        Directory.CreateDirectory(_home.File("victim"));
        File.WriteAllText(_home.File("victim/thesis.doc"), "precious");
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../victim")]
    [InlineData("/etc/passwd")]
    [InlineData("a/b")]
    [InlineData("a\0b")]
    public void Only_a_name_is_a_name(string name)
    {
        Assert.False(ClosedFolder.IsName(name));
        AssertLeads(() => Closed.At(name));
        AssertLeads(() => Closed.Make(name));
        AssertLeads(() => Closed.Remove(name));
    }

    [Theory]
    [InlineData("film.mkv")]
    [InlineData("...")]
    [InlineData("a..b")]
    [InlineData(" %d\n")]
    public void Any_name_lies_in_the_folder(string name) => Assert.Equal(_home.File("prod/" + name), Closed.At(name));

    [Fact]
    public void No_part_of_a_path_is_a_link()
    {
        Directory.CreateSymbolicLink(_home.File("prod/folder"), "../victim");
        File.CreateSymbolicLink(_home.File("prod/file"), "../victim/thesis.doc");
        File.CreateSymbolicLink(_home.File("prod/nowhere"), "../victim/new.doc");
        AssertLeads(() => Closed.At("folder", "thesis.doc"));
        AssertLeads(() => Closed.At("file"));
        AssertLeads(() => Closed.At("nowhere"));
        AssertLeads(() => Closed.Folder("folder"));
        AssertLeads(() => Closed.Make("folder", "more"));
        AssertLeads(() => ClosedFolder.NoLink(_home.File("prod/folder/")));
        Assert.Empty(Closed.Files().Concat(Closed.Folders()));
    }

    [Fact]
    public void What_is_removed_is_the_link_and_not_what_it_leads_to()
    {
        Directory.CreateSymbolicLink(_home.File("prod/folder"), "../victim");
        Directory.CreateDirectory(_home.File("prod/deep"));
        Directory.CreateSymbolicLink(_home.File("prod/deep/folder"), "../../victim");
        Closed.Remove("folder");
        Closed.RemoveAll("de*");
        Closed.Remove("none");
        Assert.Empty(Directory.GetFileSystemEntries(Closed.Path));
        Assert.Equal("precious", File.ReadAllText(_home.File("victim/thesis.doc")));
    }

    [Fact]
    public void A_folder_that_a_person_names_may_be_reached_by_links()
    {
        Directory.CreateSymbolicLink(_home.File("disk"), "prod");
        Assert.Equal(_home.File("disk/work"), new ClosedFolder(_home.File("disk/")).Make("work").Path);
        Assert.True(Directory.Exists(_home.File("prod/work")));
    }

    private static void AssertLeads(Action open) => Assert.Equal("KX4107", Assert.Throws<FaultException>(open).Fault.Code);
}
