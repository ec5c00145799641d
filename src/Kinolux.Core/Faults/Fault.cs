namespace Kinolux.Core.Faults;

/// <summary>What a user must know: a code from the catalogue with its message and remedy filled in.</summary>
/// <param name="Code">Such as <c>KX1203</c>.</param>
/// <param name="Message">What is wrong and where, one line.</param>
/// <param name="Remedy">What to do, one line.</param>
/// <param name="ExitCode">1 the work failed, 2 usage or an invalid plan, 3 something required is missing.</param>
/// <param name="Details">More lines, such as the end of a tool's own error output; empty where there is nothing.</param>
public sealed record Fault(string Code, string Message, string Remedy, int ExitCode, string Details = "")
{
    public override string ToString() => $"error {Code}: {Message}";
}
