using System.Collections.Concurrent;
using System.Text;
using Kinolux.Core.Faults;

namespace Kinolux.Report.Paper;

/// <summary>Where a font comes from: the names that its file may have, and what to install where none is found.</summary>
/// <param name="Package">Debian's package.</param>
/// <param name="Files">File names, the first that is found is taken.</param>
/// <param name="IsFor">What it is asked for; null for everything.</param>
internal sealed record FontSource(string Package, string[] Files, Func<Rune, bool>? IsFor = null)
{
    private static readonly ConcurrentDictionary<string, FontFile> Open = new();

    // Beside the program first: an archive brings its own.
    private static readonly string[] Folders =
    [
        System.IO.Path.Combine(AppContext.BaseDirectory, "fonts"),
        "/usr/share/fonts",
        "/usr/local/share/fonts",
        .. new[] { Environment.SpecialFolder.Fonts, Environment.SpecialFolder.LocalApplicationData }.Select(Environment.GetFolderPath).Where(folder => folder.Length > 0).Select((folder, at) => at == 0 ? folder : System.IO.Path.Combine(folder, "fonts")),
    ];

    private const string Dejavu = "fonts-dejavu-core";

    public static FontSource Sans(bool bold) => new(Dejavu, [$"DejaVuSans{(bold ? "-Bold" : "")}.ttf"]);

    public static FontSource Mono(bool bold) => new(Dejavu, [$"DejaVuSansMono{(bold ? "-Bold" : "")}.ttf"]);

    public static FontSource Courier(bool bold, bool italic)
    {
        var (name, style) = (bold, italic) switch { (false, false) => ("", "Regular"), (true, false) => (" Bold", "Bold"), (false, true) => (" Italic", "Italic"), _ => (" Bold Italic", "BoldItalic") };
        return new("fonts-courier-prime", [$"Courier Prime{name}.otf", $"CourierPrime-{style}.otf", $"CourierPrime-{style}.ttf", $"Courier Prime{name}.ttf"]);
    }

    public static FontSource Cjk(bool bold) => new("fonts-noto-cjk", [$"NotoSansCJK-{(bold ? "Bold" : "Regular")}.ttc"], Scripts.IsCjk);

    /// <summary>The path of its file; null where it is missing.</summary>
    public string? Path => Find(Folders);

    /// <exception cref="FaultException">KX3004: it is missing.</exception>
    public FontFile Font => Open.GetOrAdd(Files[0], _ => new FontFile(Path ?? throw FaultException.Of("KX3004", ("font", Name), ("package", Package)), 0, Name));

    private string Name => System.IO.Path.GetFileNameWithoutExtension(Files[0]);

    /// <summary>The path of its file; null where none of the folders has it.</summary>
    internal string? Find(IEnumerable<string> folders)
    {
        var look = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true };
        var found = folders.Where(Directory.Exists).SelectMany(folder => Directory.EnumerateFiles(folder, "*", look)).Where(path => Files.Contains(System.IO.Path.GetFileName(path)));
        return found.MinBy(path => Array.IndexOf(Files, System.IO.Path.GetFileName(path)));
    }
}
