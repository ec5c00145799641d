using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Restoration.Report;

namespace Kinolux.Tests.Report;

public sealed class ReportWriterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("kinolux-report-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_report_has_its_page_pictures_video_and_checksums()
    {
        var folder = Path.Combine(_root, "100% report");
        SampleReport.Write(folder, SampleReport.Data);

        var model = Model(folder).GetProperty("shared").GetProperty("film");
        Assert.Equal(SampleReport.Frames, model.GetProperty("frames").GetInt32());
        Assert.Equal(5, model.GetProperty("pictures").GetArrayLength());
        foreach (var picture in model.GetProperty("pictures").EnumerateArray())
            foreach (var side in new[] { "before", "after", "smallBefore", "smallAfter" })
                Assert.True(new FileInfo(Path.Combine(folder, picture.GetProperty(side).GetString()!)).Length > 500);
        Assert.True(new FileInfo(Path.Combine(folder, "proxy.mp4")).Length > 1000);
        Assert.Equal("[[24,24]]", model.GetProperty("video").GetProperty("excerpts").GetRawText());
        Assert.Equal(SampleReport.Frames + 1, File.ReadLines(Path.Combine(folder, "frame-md5.txt")).Count());
        Assert.Equal(["100% report"], Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName));
    }

    [Fact]
    public void Names_and_reasons_cannot_leave_the_data()
    {
        var folder = Path.Combine(_root, "report");
        SampleReport.Write(folder, SampleReport.Data);
        var page = File.ReadAllText(Path.Combine(folder, "index.html"));
        Assert.DoesNotContain("</script>\"", page, StringComparison.Ordinal);
        Assert.Equal(SampleReport.Data.Title, Model(folder).GetProperty("title").GetString());
        Assert.DoesNotContain("<b>", File.ReadAllText(Path.Combine(folder, "data", "part-00001.js")), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_left_when_the_report_is_not_completed()
    {
        using (var writer = RestorationReportWriter.Begin(Path.Combine(_root, "report"), new PictureLook(), new Rational(24, 1)))
        {
            using var frame = SampleReport.Picture(new FramePool(), 3, before: true);
            writer.AddPicture(3, frame, frame, new PictureNote(1, ""));
        }
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void An_earlier_report_is_replaced_only_on_request()
    {
        var folder = Path.Combine(_root, "report");
        SampleReport.Write(folder, SampleReport.Data);
        Assert.Equal("KX4801", Code(() => SampleReport.Write(folder, SampleReport.Data)));
        SampleReport.Write(folder, SampleReport.Data with { Title = "Second" }, overwrite: true);
        Assert.Equal("Second", Model(folder).GetProperty("title").GetString());
        Assert.Equal(["report"], Directory.EnumerateFileSystemEntries(_root).Select(Path.GetFileName));
    }

    [Fact]
    public void A_folder_of_something_else_is_never_replaced()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_root, "photos")).FullName;
        File.WriteAllText(Path.Combine(folder, "index.html"), "mine");
        Assert.Equal("KX4801", Code(() => SampleReport.Write(folder, SampleReport.Data, overwrite: true)));
        Assert.Equal("mine", File.ReadAllText(Path.Combine(folder, "index.html")));
    }

    private static string Code(Action work) => Assert.Throws<FaultException>(work).Fault.Code;

    internal static JsonElement Model(string folder)
    {
        var page = File.ReadAllText(Path.Combine(folder, "index.html"));
        var start = page.IndexOf("id=\"kinolux-data\">", StringComparison.Ordinal) + "id=\"kinolux-data\">".Length;
        return JsonDocument.Parse(page[start..page.IndexOf("</script>", start, StringComparison.Ordinal)]).RootElement;
    }
}
