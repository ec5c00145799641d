namespace Kinolux.Previs.Rendering;

/// <summary>What values that are given at three corners grow by from pixel to pixel, to the right and down.</summary>
internal readonly struct Slopes
{
    private readonly double _leftX, _leftY, _rightX, _rightY;

    public Slopes(in Spot a, in Spot b, in Spot c)
    {
        var (leftX, leftY, rightX, rightY) = (b.X - a.X, b.Y - a.Y, c.X - a.X, c.Y - a.Y);
        var scale = Facet.Steps / (double)((long)leftX * rightY - (long)rightX * leftY);
        (_leftX, _leftY, _rightX, _rightY) = (leftX * scale, leftY * scale, rightX * scale, rightY * scale);
    }

    public (float X, float Y) Of(float atA, float atB, float atC)
    {
        var (left, right) = ((double)(atB - atA), (double)(atC - atA));
        return ((float)(left * _rightY - right * _leftY), (float)(right * _leftX - left * _rightX));
    }
}
