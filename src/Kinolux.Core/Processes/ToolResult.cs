namespace Kinolux.Core.Processes;

/// <summary>How a tool ended: its exit code, all it wrote to standard output as text, and the end of what it wrote to standard error.</summary>
public sealed record ToolResult(int ExitCode, string Output, string ErrorTail);
