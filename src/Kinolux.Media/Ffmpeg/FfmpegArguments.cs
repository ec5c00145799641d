using Kinolux.Core.Files;
using Kinolux.Core.Time;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Ffmpeg;

/// <summary>
/// Builds the arguments of every ffmpeg and ffprobe run. File names always go in as <c>file:NAME</c>, so that no name can be read as an option,
/// another protocol or a list of inputs; only files and pipes can be opened.
/// </summary>
internal sealed class FfmpegArguments
{
    private readonly List<string> _words = [];

    private FfmpegArguments()
    {
    }

    public IReadOnlyList<string> Words => _words;

    public static FfmpegArguments Ffmpeg(string level = "error") => new FfmpegArguments().With("-nostdin", "-hide_banner", "-y", "-v", level);

    public static FfmpegArguments Ffprobe(string level = "error") => new FfmpegArguments().With("-hide_banner", "-v", level);

    public FfmpegArguments With(params ReadOnlySpan<string> words)
    {
        _words.AddRange(words);
        return this;
    }

    public FfmpegArguments WithIf(bool wanted, params ReadOnlySpan<string> words) => wanted ? With(words) : this;

    /// <summary>A file as input; <paramref name="options"/> apply to it.</summary>
    public FfmpegArguments Input(string path, params ReadOnlySpan<string> options) =>
        With("-protocol_whitelist", "file,pipe").WithIf(IsPictureNamedLikePattern(path), "-f", "image2", "-pattern_type", "none").With(options).With("-i", "file:" + path);

    /// <summary>A run of pictures as input, from the file with this number on.</summary>
    public FfmpegArguments Input(ImageSequence sequence, long number, Rational rate) =>
        With("-protocol_whitelist", "file,pipe", "-f", "image2", "-pattern_type", "sequence", "-start_number", Word(number), "-framerate", rate.ToString())
            .With("-i", "file:" + sequence.FfmpegPattern);

    /// <summary>What is written to the tool's standard input.</summary>
    public FfmpegArguments InputPipe(params ReadOnlySpan<string> options) =>
        With("-protocol_whitelist", "file,pipe").With(options).With("-i", "pipe:0");

    public FfmpegArguments Output(string path, params ReadOnlySpan<string> options) => With(options).With("file:" + path);

    public FfmpegArguments OutputPipe(params ReadOnlySpan<string> options) => With(options).With("pipe:1");

    // ffmpeg would read a number into the percent sign of such a name, or of a folder's.
    private static bool IsPictureNamedLikePattern(string path) =>
        path.Contains('%', StringComparison.Ordinal) && NumberedPictures.HasEnding(path);

    public static string Word(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
