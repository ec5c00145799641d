using Kinolux.Core.Faults;

namespace Kinolux.Cli;

/// <summary>A link on the PATH that starts Kinolux. Nothing else of that name is ever touched.</summary>
internal sealed class ProgramLink(string path)
{
    public string Path => path;

    /// <summary>What starts this program: in a checkout its launcher, else the program itself.</summary>
    public static string Program { get; } = Launcher() ?? Environment.ProcessPath ?? "kinolux";

    /// <exception cref="FaultException">KX2020: something else has the name; KX4001, KX4101: the folder cannot be written.</exception>
    public void Make(string program)
    {
        if (IsTaken)
            throw FaultException.Of("KX2020", ("path", path));
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? "");
            var next = $"{path}.{Environment.ProcessId}";
            File.CreateSymbolicLink(next, program);
            File.Move(next, path, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
    }

    /// <returns>False where there is none.</returns>
    /// <exception cref="FaultException">KX2020: something else has the name; KX4101: the folder cannot be written.</exception>
    public bool Remove()
    {
        if (IsTaken)
            throw FaultException.Of("KX2020", ("path", path));
        if (new FileInfo(path).LinkTarget is null)
            return false;
        try
        {
            File.Delete(path);
            return true;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(path, cause);
        }
    }

    // Ours is a link to some Kinolux, whichever, or to one that is gone.
    private bool IsTaken => new FileInfo(path) is var there && (there.LinkTarget is { } target ? !IsKinolux(target) : there.Exists || Directory.Exists(path));

    private static bool IsKinolux(string target) =>
        System.IO.Path.GetFileNameWithoutExtension(target) == "kinolux"
        && (!File.Exists(target) || File.Exists(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(target) ?? "", "models", "denoise-gray.json")));

    private static string? Launcher()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Kinolux.slnx")) && System.IO.Path.Combine(folder.FullName, "kinolux") is var launcher && File.Exists(launcher))
                return launcher;
        return null;
    }
}
