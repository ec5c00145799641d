namespace Kinolux.Script.Model;

/// <summary>A scene: its heading and all up to the next.</summary>
/// <param name="Index">Counted from 0.</param>
/// <param name="First">The index of its heading among the screenplay's elements.</param>
/// <param name="End">One past its last element.</param>
public sealed record Scene(int Index, int First, int End, ScriptElement Heading)
{
    private Slugline? _slugline;

    /// <summary>Its number as written, else its place counted from 1.</summary>
    public string Number => Heading.Number ?? (Index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    public Slugline Slugline => _slugline ??= Slugline.Parse(Heading.Text);
}
