namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>A script with one fault, and what must be reported of it.</summary>
/// <param name="Rules">The rule that must report it; a second where two say the same of it.</param>
/// <param name="Place">The script and what is wrong there, for people.</param>
/// <param name="Script">The script; its marks are the lines that contradict each other.</param>
/// <param name="IsPlain">True where knowledge, a set-up or a prop is in plain text, which the bar does not count.</param>
internal sealed record Fault(IReadOnlyList<string> Rules, string Place, MarkedText Script, bool IsPlain = false)
{
    public string Rule => Rules[0];
}
