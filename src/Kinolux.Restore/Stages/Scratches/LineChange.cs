namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// How much a line differs from what another frame shows where the scene went. A pole is there again, unmoved to a fraction of a sample;
/// a scratch wanders by as little and changes its contrast along the film, which tells both apart even where camera and scene stand still.
/// </summary>
internal static class LineChange
{
    // Columns from the line's middle on which it is compared.
    private const int Reach = 2;

    /// <returns>What is left of the line when the other frame's answer is taken away, beyond what is left beside it: 0 for a pole, about 1 where the other frame shows no line; a share of the line's own strength.</returns>
    public static float Of(LineMap here, LinePath line, SceneMotion other)
    {
        var own = 0f;
        for (var k = 0; k < line.X.Length; k++)
            for (var x = -Reach; x <= Reach; x++)
                own += Square(here.At(line.First + k, line.X[k] + x));
        if (own == 0)
            return 0;
        var flank = 4 * here.Half + 2 + Reach;
        var beside = (Left(here, line, other, -flank) + Left(here, line, other, flank)) / 2;
        return MathF.Sqrt(Math.Max(0, Left(here, line, other, 0) - beside) / own);
    }

    // The sum of squares of what the other frame does not explain, on columns off the line.
    private static float Left(LineMap here, LinePath line, SceneMotion other, int off)
    {
        var sum = 0f;
        for (var k = 0; k < line.X.Length; k++)
            for (var x = line.X[k] + off - Reach; x <= line.X[k] + off + Reach; x++)
                sum += Square(here.At(line.First + k, x) - other.Response(line.First + k, x));
        return sum;
    }

    private static float Square(float value) => value * value;
}
