using Kinolux.Core.Faults;
using Kinolux.Core.Files;

namespace Kinolux.Work.Log;

/// <summary>Who decides on this machine: asked for once, and kept in the person's own folder, outside any production.</summary>
/// <param name="folder">The person's own folder.</param>
public sealed class PersonName(string folder)
{
    private const int Longest = 80;

    /// <summary>Where a program keeps what is this person's: <c>$XDG_STATE_HOME/kinolux</c>, else <c>~/.local/state/kinolux</c>.</summary>
    public static string OwnFolder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathFullyQualified(state) ? state
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".local", "state"), "kinolux");

    private string FilePath => Path.Combine(folder, "person");

    /// <summary>The name that was kept; null where nobody gave one.</summary>
    public string? Read()
    {
        try
        {
            return File.Exists(FilePath) && WholeFile.Text(FilePath, 4 * Longest).Trim() is { Length: > 0 } name && IsName(name) ? name : null;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <returns>The name as it is kept.</returns>
    /// <exception cref="FaultException">KX2205: it is no name; KX4001, KX4101: it cannot be kept.</exception>
    public string Keep(string name)
    {
        name = name.Trim();
        if (!IsName(name))
            throw FaultException.Of("KX2205", ("longest", $"{Longest}"));
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(folder, cause);
        }
        AtomicFile.WriteText(FilePath, name + "\n");
        return name;
    }

    private static bool IsName(string name) => name.Length is > 0 and <= Longest && !name.Any(char.IsControl);
}
