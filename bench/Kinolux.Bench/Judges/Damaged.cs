namespace Kinolux.Bench.Judges;

/// <summary>Damaged samples of a clip's films: those the scene moves behind, and what becomes of them; and those before which it stands.</summary>
internal sealed class Damaged
{
    private readonly long[] _moving = new long[Enum.GetValues<LineFate>().Length];

    public long Moving => _moving.Sum();

    /// <summary>Of the moving those beside a line that was found.</summary>
    public long Near => Moving - this[LineFate.NoLine];

    /// <summary>Of the moving those in a line's mask.</summary>
    public long Masked => Near - this[LineFate.BesideMask];

    public long Still { get; private set; }

    /// <summary>Of the moving those of one fate, by the judge as it is.</summary>
    public long this[LineFate fate] => _moving[(int)fate];

    public static Damaged operator +(Damaged a, Damaged b)
    {
        var sum = new Damaged { Still = a.Still + b.Still };
        for (var i = 0; i < sum._moving.Length; i++)
            sum._moving[i] = a._moving[i] + b._moving[i];
        return sum;
    }

    /// <summary>One sample more.</summary>
    public void Add(bool moves, LineFate fate)
    {
        if (moves)
            _moving[(int)fate]++;
        else
            Still++;
    }
}
