namespace Kinolux.Restore.Motion;

/// <summary>
/// Weighted least squares for a translation, rotation and zoom that best explain measured displacements.
/// A point at (x, y) from the centre moves by (X - R·y + Z·x, Y + R·x + Z·y).
/// </summary>
internal sealed class SimilaritySystem
{
    private readonly double[] _matrix = new double[16];
    private readonly double[] _right = new double[4];

    /// <summary>Adds a measurement with information matrix (xx, xy; xy, yy) and information vector (bx, by) = information · displacement.</summary>
    public void Add(double x, double y, double xx, double xy, double yy, double bx, double by)
    {
        var m = _matrix;
        m[0] += xx;
        m[1] += xy;
        m[2] += xy * x - xx * y;
        m[3] += xx * x + xy * y;
        m[5] += yy;
        m[6] += yy * x - xy * y;
        m[7] += xy * x + yy * y;
        m[10] += xx * y * y - 2 * xy * x * y + yy * x * x;
        m[11] += (yy - xx) * x * y + xy * (x * x - y * y);
        m[15] += xx * x * x + 2 * xy * x * y + yy * y * y;
        _right[0] += bx;
        _right[1] += by;
        _right[2] += by * x - bx * y;
        _right[3] += bx * x + by * y;
    }

    /// <summary>Pulls rotation and zoom to nothing, as if by a measurement of that much information at the distance of 1.</summary>
    public void Steady(double information)
    {
        _matrix[10] += information;
        _matrix[15] += information;
    }

    /// <summary>The solution by Cholesky's method; zero where the system says nothing.</summary>
    public (double X, double Y, double R, double Z) Solve()
    {
        var a = _matrix;
        Span<double> factor = stackalloc double[16];
        Span<double> s = stackalloc double[4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = a[j * 4 + i];
                for (var k = 0; k < j; k++)
                    sum -= factor[i * 4 + k] * factor[j * 4 + k];
                if (i != j)
                    factor[i * 4 + j] = sum / factor[j * 4 + j];
                else if (sum > 1e-9 * a[i * 5] && sum > 0)
                    factor[i * 5] = Math.Sqrt(sum);
                else
                    return default;
            }
        }
        for (var i = 0; i < 4; i++)
        {
            s[i] = _right[i];
            for (var k = 0; k < i; k++)
                s[i] -= factor[i * 4 + k] * s[k];
            s[i] /= factor[i * 5];
        }
        for (var i = 3; i >= 0; i--)
        {
            for (var k = i + 1; k < 4; k++)
                s[i] -= factor[k * 4 + i] * s[k];
            s[i] /= factor[i * 5];
        }
        return (s[0], s[1], s[2], s[3]);
    }
}
