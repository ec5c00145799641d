namespace Kinolux.Previs.Voices;

/// <summary>Something that someone says.</summary>
/// <param name="Text">As it is in the script: what is in brackets is not said, "(beat)" and "(pause)" are waited for.</param>
public sealed record SpokenLine(string Who, string Text)
{
    /// <summary>The paper's own: "whispering", "beat", with or without its brackets.</summary>
    public string Parenthetical { get; init; } = "";

    /// <summary>A person's recording that takes the voice's place: a file of any kind that ffmpeg reads.</summary>
    public string? Recording { get; init; }

    /// <summary>True where it is said at once with the line before it.</summary>
    public bool IsDual { get; init; }

    /// <summary>Seconds that pass before it on top of what conversation takes: what is done or looked at meanwhile.</summary>
    public double Wait { get; init; }
}
