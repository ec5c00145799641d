using System.Diagnostics;
using System.Text;
using Kinolux.Core.Faults;

namespace Kinolux.Core.Processes;

/// <summary>The one place that starts a process. Arguments go as a list, never through a shell; standard error is drained into a bounded tail.</summary>
public sealed class Tool : IDisposable
{
    // A session of its own keeps a terminal's Ctrl-C from the tool: Kinolux alone hears it, and decides what ends when.
    private static readonly string? OwnSession = OperatingSystem.IsLinux() ? Find("setsid") : null;

    // Characters: the packets of a film of fifty hours.
    private const int LongestAnswer = 1 << 26;

    private readonly Process _process;
    private readonly TailBuffer _errors = new();
    private readonly Task _drain;

    private Tool(string name, Process process)
    {
        Name = name;
        _process = process;
        _drain = Task.Run(() => _errors.Drain(process.StandardError));
    }

    public string Name { get; }

    public Stream Output => _process.StandardOutput.BaseStream;

    public Stream Input => _process.StandardInput.BaseStream;

    public int Id => _process.Id;

    /// <summary>Starts a tool with its three streams piped.</summary>
    /// <exception cref="FaultException">KX3001: it is not on the PATH.</exception>
    public static Tool Start(string name, IEnumerable<string> arguments, string? workingDirectory = null)
    {
        var program = Find(name) ?? throw FaultException.Of("KX3001", ("tool", name));
        var info = new ProcessStartInfo(OwnSession ?? program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory ?? "",
        };
        if (OwnSession is not null)
            info.ArgumentList.Add(program);
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        try
        {
#pragma warning disable RS0030 // The one place.
            var process = Process.Start(info);
#pragma warning restore RS0030
            return new Tool(name, process ?? throw FaultException.Of("KX3001", ("tool", name)));
        }
        catch (System.ComponentModel.Win32Exception cause)
        {
            throw FaultException.Of("KX3001", cause, ("tool", name));
        }
    }

    // As a shell would find it; null where there is none.
    private static string? Find(string name) =>
        name.Contains('/', StringComparison.Ordinal) ? File.Exists(name) ? name : null
        : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)).FirstOrDefault(IsProgram);

    private static bool IsProgram(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);

    /// <summary>Runs a tool to its end and returns what it wrote.</summary>
    public static ToolResult Run(string name, IEnumerable<string> arguments, CancellationToken cancel = default, string? workingDirectory = null)
    {
        using var tool = Start(name, arguments, workingDirectory);
        using var stop = cancel.Register(tool.Kill);
        tool.Input.Close();
        using var reader = new StreamReader(tool.Output, Encoding.UTF8);
        var output = ReadSome(reader, tool);
        var code = tool.Wait();
        cancel.ThrowIfCancellationRequested();
        return new ToolResult(code, output, tool.ErrorTail);
    }

    // A tool that would write without end is ended.
    private static string ReadSome(StreamReader reader, Tool tool)
    {
        var text = new StringBuilder();
        var buffer = new char[1 << 16];
        for (int count; (count = reader.Read(buffer)) > 0;)
        {
            if (text.Length + count > LongestAnswer)
            {
                tool.Kill();
                break;
            }
            text.Append(buffer, 0, count);
        }
        return text.ToString();
    }

    /// <summary>What the tool last wrote to standard error, at most 8,000 characters.</summary>
    public string ErrorTail => _errors.Text;

    /// <summary>Waits for the end and returns the exit code.</summary>
    public int Wait()
    {
        _process.WaitForExit();
        _drain.Wait();
        return _process.ExitCode;
    }

    /// <summary>True for the exit code of a tool that a signal ended, such as a system short of memory sends: what it wrote is not all.</summary>
    public static bool WasKilled(int exitCode) => exitCode is 128 + 6 or 128 + 9 or 128 + 11 or 128 + 15;

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It had ended already.
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private sealed class TailBuffer
    {
        private const int Limit = 8000;
        private readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text)
                    return _text.ToString();
            }
        }

        public void Drain(StreamReader reader)
        {
            var buffer = new char[4096];
            try
            {
                for (var count = reader.Read(buffer); count > 0; count = reader.Read(buffer))
                    lock (_text)
                    {
                        _text.Append(buffer, 0, count);
                        if (_text.Length > Limit)
                            _text.Remove(0, _text.Length - Limit);
                    }
            }
            catch (ObjectDisposedException)
            {
                // The process was disposed while it still wrote.
            }
        }
    }
}
