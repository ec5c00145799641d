namespace Kinolux.Bench.Judges;

/// <summary>Damaged samples of a clip's films: those the scene moves behind, and of them those beside a line that was found, and those in its mask; and those before which it stands.</summary>
internal sealed class Damaged
{
    public long Moving { get; private set; }

    public long Near { get; private set; }

    public long Masked { get; private set; }

    public long Still { get; private set; }

    public static Damaged operator +(Damaged a, Damaged b) =>
        new() { Moving = a.Moving + b.Moving, Near = a.Near + b.Near, Masked = a.Masked + b.Masked, Still = a.Still + b.Still };

    /// <summary>One sample more.</summary>
    public void Add(bool moves, bool near, bool masked)
    {
        Moving += moves ? 1 : 0;
        Near += moves && near ? 1 : 0;
        Masked += moves && masked ? 1 : 0;
        Still += moves ? 0 : 1;
    }
}
