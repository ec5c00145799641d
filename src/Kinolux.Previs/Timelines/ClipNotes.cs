namespace Kinolux.Previs.Timelines;

/// <summary>What a shot list says of a shot. Every text may be empty.</summary>
/// <param name="Scene">The scene's number or name.</param>
/// <param name="Size">The field size: <c>MCU</c>.</param>
/// <param name="Lens">Such as <c>35 mm</c>.</param>
/// <param name="Who">The people in it.</param>
/// <param name="Text">What happens in it, or is said.</param>
public sealed record ClipNotes(string Scene = "", string Size = "", string Lens = "", IReadOnlyList<string>? Who = null, string Text = "")
{
    public static ClipNotes None { get; } = new();

    public IReadOnlyList<string> Who { get; init; } = Who ?? [];
}
