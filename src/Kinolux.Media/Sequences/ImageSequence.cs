using Kinolux.Core.Files;
using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Media.Sequences;

/// <summary>Pictures whose names differ by a number: <c>frames/name.%06d.dpx</c>. The lowest number is frame 0; numbers that are missing count as frames.</summary>
internal sealed partial record ImageSequence
{
    public required string Folder { get; init; }

    public required string Prefix { get; init; }

    public required string Suffix { get; init; }

    /// <summary>Digits to which the number is padded with zeros; 0 for none.</summary>
    public required int Digits { get; init; }

    /// <summary>The number in the file name of frame 0.</summary>
    public required long First { get; init; }

    public required int FrameCount { get; init; }

    /// <summary>Frames whose files exist and may hold pictures, in order, as long runs as possible.</summary>
    public required IReadOnlyList<FrameRange> Runs { get; init; }

    /// <summary>Frames whose files hold no picture, with what is wrong with each, in order; what <see cref="Find"/> looks for.</summary>
    public IReadOnlyList<(int Frame, string Fault)> Broken { get; init; } = [];

    /// <summary>The pattern as ffmpeg reads it: a percent sign of the folder or name itself is doubled.</summary>
    public string FfmpegPattern => FfmpegPatternOf(Folder, Prefix, Digits, Suffix);

    /// <summary>True for a name with one <c>%d</c> or <c>%06d</c> in its last part that ends as pictures' do, where no file has that very name. Any other percent sign is a letter like the others.</summary>
    public static bool IsPattern(string path) => NumberedPictures.IsPattern(path);

    /// <exception cref="FaultException">KX1001: the folder does not exist; KX1022: no file matches.</exception>
    public static ImageSequence Find(string path)
    {
        var folder = Split(path).Folder;
        if (!Directory.Exists(folder))
            throw FaultException.Of("KX1001", ("film", folder));
        return TryFind(path)?.Checked() ?? throw FaultException.Of("KX1022", ("pattern", path));
    }

    /// <summary>The sequence of that pattern in a folder that exists; null where no file matches.</summary>
    public static ImageSequence? TryFind(string path)
    {
        var (folder, prefix, digits, suffix) = Split(path);
        var numbers = new SortedSet<long>();
        // A folder counts where a picture should be, but not among names that are numbers alone.
        foreach (var file in suffix.Length > 0 ? Directory.EnumerateFileSystemEntries(folder) : Directory.EnumerateFiles(folder))
            if (TryNumber(Path.GetFileName(file), prefix, digits, suffix, out var number))
                numbers.Add(number);
        return numbers.Count == 0 ? null : new ImageSequence
        {
            Folder = folder, Prefix = prefix, Suffix = suffix, Digits = digits, First = numbers.Min, FrameCount = (int)(numbers.Max - numbers.Min) + 1, Runs = [.. RunsOf(numbers.Select(number => (int)(number - numbers.Min)))],
        };
    }

    // One file that holds no picture must not cost those after it: ffmpeg ends there.
    private ImageSequence Checked()
    {
        var broken = new List<(int Frame, string Fault)>();
        var whole = new List<int>();
        foreach (var frame in Runs.SelectMany(run => Enumerable.Range(run.First, run.Count)))
            if (PictureFile.Fault(FileOf(frame)) is { } fault)
                broken.Add((frame, fault));
            else
                whole.Add(frame);
        return broken.Count == 0 ? this : this with { Runs = RunsOf(whole), Broken = broken };
    }

    /// <summary>The pattern that most of the numbered files of a folder follow; <c>%06d.png</c> where there are none.</summary>
    public static string LikelyPattern(string folder)
    {
        var likely = Directory.EnumerateFiles(folder, "*", new EnumerationOptions()).Select(file => LastNumber().Match(Path.GetFileName(file))).Where(match => match.Success)
            .GroupBy(match => (match.Groups[1].Value, match.Groups[2].Length, match.Groups[3].Value)).MaxBy(group => group.Count())?.Key;
        return likely is var (prefix, digits, suffix) ? FfmpegPatternOf(folder, prefix, digits, suffix) : Path.Combine(folder, "%06d.png");
    }

    /// <summary>Folder, name before the number, digits, name after the number.</summary>
    public static (string Folder, string Prefix, int Digits, string Suffix) Split(string path)
    {
        var folder = Path.GetDirectoryName(path) is { Length: > 0 } named ? named : ".";
        var name = Path.GetFileName(path);
        var match = NumberedPictures.Number().Match(name);
        var digits = match.Groups[1].Length == 0 ? 0 : int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return (folder, name[..match.Index].Replace("%%", "%", StringComparison.Ordinal), digits, name[(match.Index + match.Length)..].Replace("%%", "%", StringComparison.Ordinal));
    }

    public static string FfmpegPatternOf(string folder, string prefix, int digits, string suffix)
    {
        static string Escaped(string text) => text.Replace("%", "%%", StringComparison.Ordinal);
        var number = digits == 0 ? "%d" : string.Create(CultureInfo.InvariantCulture, $"%0{digits}d");
        return Path.Combine(Escaped(folder), Escaped(prefix) + number + Escaped(suffix));
    }

    /// <summary>Frames for which there is no file at all.</summary>
    public IEnumerable<FrameRange> Gaps()
    {
        var there = RunsOf(Runs.SelectMany(run => Enumerable.Range(run.First, run.Count)).Concat(Broken.Select(broken => broken.Frame)).Order());
        return there.Zip(there.Skip(1), (before, after) => new FrameRange(before.Last + 1, after.First - 1));
    }

    public string FileOf(int frame) => Path.Combine(Folder, Prefix + Number(First + frame, Digits) + Suffix);

    public static string Number(long number, int digits) => number.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static bool TryNumber(string name, string prefix, int digits, string suffix, out long number)
    {
        number = 0;
        if (name.Length <= prefix.Length + suffix.Length || !name.StartsWith(prefix, StringComparison.Ordinal) || !name.EndsWith(suffix, StringComparison.Ordinal))
            return false;
        var text = name[prefix.Length..^suffix.Length];
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= int.MaxValue && Number(number, digits) == text;
    }

    private static List<FrameRange> RunsOf(IEnumerable<int> frames)
    {
        var runs = new List<FrameRange>();
        foreach (var frame in frames)
            if (runs.Count > 0 && runs[^1].Last + 1 == frame)
                runs[^1] = new FrameRange(runs[^1].First, frame);
            else
                runs.Add(FrameRange.Single(frame));
        return runs;
    }

    [GeneratedRegex("^(.*?)([0-9]{1,9})(\\.[A-Za-z]+)$", RegexOptions.RightToLeft)]
    private static partial Regex LastNumber();
}
