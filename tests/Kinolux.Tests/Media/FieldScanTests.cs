using Kinolux.Media;

namespace Kinolux.Tests.Media;

public sealed class FieldScanTests : IDisposable
{
    private readonly TestFilm _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("telecined", "testsrc2=s=192x144:r=24 -vf telecine=pattern=23")]
    [InlineData("telecined", "testsrc2=s=192x144:r=24 -vf telecine=pattern=32:first_field=bottom")]
    [InlineData("interlaced", "testsrc2=s=192x144:r=50 -vf tinterlace=interleave_top")]
    [InlineData("interlaced", "testsrc2=s=192x144:r=50 -vf tinterlace=interleave_bottom,setfield=bff")]
    [InlineData(null, "mandelbrot=s=192x144:r=24")]
    [InlineData(null, "mandelbrot=s=192x144:r=12 -vf fps=24")]
    [InlineData(null, "color=gray:s=192x144:r=24 -vf noise=alls=20:allf=t")]
    public void Fields_are_told_apart(string? kind, string source)
    {
        _folder.Ffmpeg($"-f lavfi -i {source} -frames:v 90 -c:v ffv1 -pix_fmt yuv420p a.mkv");
        var findings = FieldScan.Look(Film.Open(_folder.At("a.mkv")));
        Assert.Equal(kind, findings.SingleOrDefault()?.Kind);
        Assert.All(findings, finding => Assert.InRange(finding.Confidence, 0.7, 1));
    }
}
