namespace Kinolux.Restore.Survey.Copies;

/// <summary>Sums over some samples of two planes, and of what the later one has more; and how the picture slopes there.</summary>
internal struct CellSums
{
    public int Count;
    public long Earlier, EarlierSquares, Later, LaterSquares, Squares;
    public long SlopesXx, SlopesXy, SlopesYy, SlopesX, SlopesY;

    public void Add(int earlier, int later)
    {
        var more = later - earlier;
        Count++;
        Earlier += earlier;
        EarlierSquares += (long)earlier * earlier;
        Later += later;
        LaterSquares += (long)later * later;
        Squares += (long)more * more;
    }

    /// <param name="more">What the later sample has more.</param>
    /// <param name="slopeX">Four times what the picture gains from one column to the next.</param>
    /// <param name="slopeY">Likewise from row to row.</param>
    public void AddSlope(int more, long slopeX, long slopeY)
    {
        SlopesXx += slopeX * slopeX;
        SlopesXy += slopeX * slopeY;
        SlopesYy += slopeY * slopeY;
        SlopesX -= 4 * slopeX * more;
        SlopesY -= 4 * slopeY * more;
    }

    public void Add(in CellSums other)
    {
        Count += other.Count;
        Earlier += other.Earlier;
        EarlierSquares += other.EarlierSquares;
        Later += other.Later;
        LaterSquares += other.LaterSquares;
        Squares += other.Squares;
    }

    /// <summary>Root of the mean square of the difference.</summary>
    public readonly double Difference => Math.Sqrt((double)Squares / Count);

    /// <summary>Deviation of the samples in the frame that shows less here.</summary>
    public readonly double Detail => Math.Sqrt(Math.Min(Variance(Earlier, EarlierSquares), Variance(Later, LaterSquares)));

    /// <summary>True where both frames show one even grey.</summary>
    public readonly bool IsEven => Variance(Earlier, EarlierSquares) == 0 && Variance(Later, LaterSquares) == 0;

    private readonly double Variance(long sum, long squares) => Math.Max(0, (double)((Int128)squares * Count - (Int128)sum * sum)) / ((double)Count * Count);
}
