namespace Kinolux.Restore.Survey;

/// <summary>A symmetric positive definite system whose entries lie within <paramref name="band"/> of the diagonal: what least squares over neighbouring frames makes.</summary>
internal sealed class BandedSystem(int size, int band)
{
    private readonly double[] _entries = new double[size * (band + 1)];
    private readonly double[] _right = new double[size];

    /// <summary>Adds weight · (Σ coefficient · x[first + i] - value)².</summary>
    public void Add(int first, ReadOnlySpan<double> coefficients, double value, double weight)
    {
        for (var i = 0; i < coefficients.Length; i++)
        {
            if (coefficients[i] == 0)
                continue;
            for (var j = 0; j <= i; j++)
                _entries[(first + i) * (band + 1) + i - j] += weight * coefficients[i] * coefficients[j];
            _right[first + i] += weight * coefficients[i] * value;
        }
    }

    /// <summary>Solves in place by Cholesky's method; the system is used up.</summary>
    public double[] Solve()
    {
        for (var i = 0; i < size; i++)
            for (var k = Math.Min(band, i); k >= 0; k--)
            {
                var j = i - k;
                var sum = _entries[i * (band + 1) + k];
                for (var m = Math.Max(0, i - band); m < j; m++)
                    sum -= _entries[i * (band + 1) + i - m] * _entries[j * (band + 1) + j - m];
                _entries[i * (band + 1) + k] = k == 0 ? Math.Sqrt(Math.Max(sum, 1e-30)) : sum / _entries[j * (band + 1)];
            }
        for (var i = 0; i < size; i++)
        {
            for (var k = 1; k <= Math.Min(band, i); k++)
                _right[i] -= _entries[i * (band + 1) + k] * _right[i - k];
            _right[i] /= _entries[i * (band + 1)];
        }
        for (var i = size - 1; i >= 0; i--)
        {
            for (var k = 1; k <= band && i + k < size; k++)
                _right[i] -= _entries[(i + k) * (band + 1) + k] * _right[i + k];
            _right[i] /= _entries[i * (band + 1)];
        }
        return _right;
    }
}
