using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media.Display;

namespace Kinolux.Restoration.Report;

/// <summary>Frames before and after as JPEG files, large and small, written by one run of ffmpeg.</summary>
internal sealed class StillPictures(string folder, PictureLook look, CancellationToken cancel) : IDisposable
{
    private const string Subfolder = "pictures";
    private readonly List<Still> _stills = [];
    private FrameFeed? _feed;

    public IReadOnlyList<Still> All => _stills;

    /// <summary>Width and height of the large pictures; (0, 0) before the first.</summary>
    public (int Width, int Height) Size { get; private set; }

    public void Add(int number, Frame before, Frame after, PictureNote note)
    {
        _feed ??= Begin(before.Format);
        _feed.Write(before);
        _feed.Write(after);
        _stills.Add(new Still(number, note, Name("large", 1), Name("large", 2), Name("small", 1), Name("small", 2)));
    }

    public void Finish() => _feed?.Finish();

    public void Dispose() => _feed?.Dispose();

    // ffmpeg counts from 1: before and after of still n are 2n+1 and 2n+2.
    private string Name(string size, int half) =>
        string.Create(CultureInfo.InvariantCulture, $"{Subfolder}/{size}-{2 * _stills.Count + half:D5}.jpg");

    private FrameFeed Begin(FrameFormat format)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, Subfolder)).FullName;
        Size = ShownSize.Of(format, look, 2048, 2048);
        return new FrameFeed(format, look, new Rational(25, 1),
            [.. Output(format, Size, "2", Path.Combine(target, "large-%05d.jpg")),
             .. Output(format, ShownSize.Of(format, look, 360, 270), "4", Path.Combine(target, "small-%05d.jpg"))], cancel);
    }

    private IEnumerable<string> Output(FrameFormat format, (int Width, int Height) size, string quality, string pattern) =>
        ["-map", "0:v", "-vf", FrameFeed.Show(format, look, size, "bt601", "full"), "-pix_fmt", "yuvj444p", "-q:v", quality, "-f", "image2", "file:" + Escape(pattern)];

    // The pattern's folder may hold a percent sign of its own.
    private static string Escape(string pattern)
    {
        var folder = Path.GetDirectoryName(pattern) ?? "";
        return Path.Combine(folder.Replace("%", "%%", StringComparison.Ordinal), Path.GetFileName(pattern));
    }

    internal sealed record Still(int Frame, PictureNote Note, string Before, string After, string SmallBefore, string SmallAfter);
}
