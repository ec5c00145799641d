using Kinolux.Core.Processes;
using Kinolux.Media;

namespace Kinolux.Tests.Cli;

/// <summary>Disks that fill up or may only be read, as small file systems in memory; they take root's rights to mount, without which these tests skip.</summary>
[Trait("Category", "Slow")]
public sealed class FullDiskTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _disk;

    public FullDiskTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        _disk = Directory.CreateDirectory(_folder.File("disk")).FullName;
        Assert.SkipUnless(Environment.IsPrivilegedProcess && Mount("-t", "tmpfs", "-o", "size=300k", "tmpfs", _disk), "no file system can be mounted here");
        Shell("ffmpeg -v error -f lavfi -i testsrc2=s=160x120:r=24,noise=alls=40:allf=t:all_seed=7 -frames:v 40 -c:v ffv1 -pix_fmt gray film.mkv");
    }

    public void Dispose()
    {
        if (Directory.Exists(_disk))
            Tool.Run("umount", [_disk]);
        _folder.Dispose();
    }

    [Theory]
    [InlineData("-o out.mkv --work disk/work")]
    [InlineData("-o disk/out.mkv --work work")]
    [InlineData("-o disk/%03d.png --work work")]
    public void A_full_disk_is_a_fault_that_leaves_no_output_and_with_room_the_run_goes_on(string words)
    {
        var full = Shell($"kinolux restore film.mkv {words} --only deflicker 2>&1; echo exit $?");
        Assert.True(full.Contains("exit 1", StringComparison.Ordinal), full);
        Assert.Contains("error KX4001: there is no space left", full, StringComparison.Ordinal);
        Assert.DoesNotContain(Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories), IsOutputOrUnfinished);
        Assert.True(Mount("-o", "remount,size=64m", _disk));
        Assert.Contains("exit 0", Shell($"kinolux restore film.mkv {words} --only deflicker; echo exit $?"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_output_is_a_fault_and_a_read_only_source_is_none()
    {
        Shell("ffmpeg -v error -i film.mkv -frames:v 2 -c:v copy disk/film.mkv");
        Assert.True(Mount("-o", "remount,ro", _disk));
        var refused = Shell("kinolux restore film.mkv -o disk/out.mkv 2>&1; echo exit $?");
        Assert.Contains("error KX1204: ", refused, StringComparison.Ordinal);
        Assert.Contains("exit 1", refused, StringComparison.Ordinal);
        Assert.Contains("error KX4101: ", Shell("kinolux restore film.mkv -o out.mkv --work disk/work 2>&1"), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("out.mkv")));
        Assert.Contains("exit 0", Shell("kinolux restore disk/film.mkv -o out.mkv --only deflicker; echo exit $?"), StringComparison.Ordinal);
        Assert.Equal(2, Film.Open(_folder.File("out.mkv")).FrameCount);
    }

    private static bool IsOutputOrUnfinished(string file) =>
        file.EndsWith("/out.mkv", StringComparison.Ordinal) || file.EndsWith(".png", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal) || file.Contains(".part", StringComparison.Ordinal);

    private static bool Mount(params string[] words) => Tool.Run("mount", words).ExitCode == 0;

    private string Shell(string script)
    {
        var result = KinoluxProgram.Run(_folder.Path, script);
        return result.Output + result.ErrorTail;
    }
}
