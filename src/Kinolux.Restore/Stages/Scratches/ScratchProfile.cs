using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// How much a line covers the picture at each row and each distance from its middle, measured against what would be <see cref="LineGround">behind</see> it: one cross-section for the whole line, since the scene varies along it and the scratch's shape hardly does,
/// times a strength that varies slowly from row to row, and what the rows around show besides, as far as what is behind them is known.
/// A bright line draws towards white, a dark one towards black; taking that away again keeps whatever detail shows through.
/// The line is followed past the ends of its path, to wherever the picture shows it.
/// </summary>
internal sealed class ScratchProfile
{
    // Rows to either side over which a line's strength is averaged, and what its cross-section does not say.
    private const int RowsAround = 28;
    private const int RowsNear = 14;

    // Cross-sections are kept at half samples: a line's middle is between columns.
    private const int Fine = 2;

    // The bands say where the middle is to half a sample, the cross-section where it is to a tenth: so often, and over so many rows to either side.
    private const int Settlings = 3;
    private const int RowsBeside = 40;

    // What the cross-section's foot is broadened by, as a share of its peak: it is read at half samples, about a middle that is never quite right.
    private const float Foot = 0.05f;

    // What covers more hides the picture, and cannot be taken away.
    private const float MostCover = 0.8f;

    // How far from its middle a scratch covers anything, in samples of a picture as wide as this one: scratches grow with the scan.
    private const int Covers = 2;
    private const int Across = 576;

    // The cross-section counts as much as two or three rows of a mid grey that is well known.
    private const float Prior = 4000;

    // A line is shown where its strength over so many rows to either side is so many standard deviations.
    private const int RowsShown = 8;
    private const float Shown = 3;

    private readonly int _reach;
    private readonly int _extent;
    private readonly int _tone;
    private readonly float[] _middle;
    private readonly float[] _ground;
    private readonly float[] _sure;
    private readonly float[] _raw;
    private readonly float[] _room;
    private readonly float[] _cover;
    private readonly bool[] _shows;
    private float[] _shape = [];
    private float[] _strength;

    public ScratchProfile(Plane plane, LineMap map, LinePath line, LineGround ground)
    {
        _reach = ground.Reach;
        Reach = 4 * map.Half + 1;
        _extent = Math.Clamp((int)MathF.Round((float)Covers * plane.Width / Across), Covers, Reach - 1);
        _tone = line.Sign > 0 ? ushort.MaxValue : 0;
        var size = plane.Height * (2 * _reach + 1);
        (_ground, _raw, _room, _cover, _sure) = (new float[size], new float[size], new float[size], new float[size], new float[plane.Height]);
        _middle = LineMiddle.Of(map, line, plane.Height);
        // At first the line is where its path is.
        _strength = new float[plane.Height];
        var (first, end) = (line.First * LineMap.Band, Math.Min(plane.Height, (line.First + line.X.Length) * LineMap.Band));
        _strength.AsSpan(first, end - first).Fill(1);
        for (var pass = 0; ; pass++)
        {
            Read(plane, ground);
            _shape = Shape();
            _strength = Strength();
            if (pass == Settlings)
                break;
            Settle();
        }
        Cover();
        _shows = Shows();
        (First, End) = (Math.Max(0, Array.IndexOf(_shows, true)), Array.LastIndexOf(_shows, true) + 1);
    }

    /// <summary>The first row that shows it.</summary>
    public int First { get; }

    /// <summary>The row after the last.</summary>
    public int End { get; }

    /// <summary>How far from its middle a line is looked at.</summary>
    public int Reach { get; }

    /// <summary>True where the line draws towards white, false where towards black.</summary>
    public bool IsBright => _tone > 0;

    /// <summary>Whether the picture shows the line at a row: before its ends and where it is not broken.</summary>
    public bool ShowsAt(int y) => (uint)y < (uint)_shows.Length && _shows[y];

    /// <summary>The column nearest to the middle at a row.</summary>
    public int X(int y) => (int)MathF.Round(_middle[y]);

    /// <summary>What the line adds to column <paramref name="x"/> of row <paramref name="y"/>, where the film shows <paramref name="value"/>; both in 16-bit levels.</summary>
    public float At(int x, int y, int value)
    {
        var off = x - X(y);
        if (!ShowsAt(y) || Math.Abs(off) > _reach)
            return 0;
        var cover = _cover[y * (2 * _reach + 1) + off + _reach];
        return cover * (_tone - value) / (1 - cover);
    }

    // Between the two nearest half samples; nothing far off, where only texture is left of the mean.
    private float Section(float distance)
    {
        var at = distance * Fine + _shape.Length / 2;
        var i = (int)MathF.Floor(at);
        return i < 0 || i >= _shape.Length - 1 ? 0 : _shape[i] + (_shape[i + 1] - _shape[i]) * (at - i);
    }

    private float[] Shape()
    {
        var half = _extent * Fine;
        var (sums, weights) = (new float[2 * half + 1], new float[2 * half + 1]);
        Each((i, row, distance) =>
        {
            var bin = (int)MathF.Round(distance * Fine) + half;
            if (bin < 0 || bin >= sums.Length)
                return;
            var whole = _strength[row] * _room[i];
            sums[bin] += _sure[row] * _raw[i] * whole;
            weights[bin] += _sure[row] * whole * whole;
        });
        for (var i = 0; i < sums.Length; i++)
            sums[i] = i is 0 || i == sums.Length - 1 || weights[i] == 0 ? 0 : Math.Max(0, sums[i] / weights[i]);
        var foot = Foot * Math.Max(sums[half], Math.Max(sums[half - 1], sums[half + 1]));
        for (var i = 0; i < sums.Length; i++)
            sums[i] = Math.Max(0, sums[i] - foot);
        return sums;
    }

    private float[] Strength()
    {
        var (found, whole) = Fit();
        var strength = Along(found, whole, RowsAround);
        for (var y = 0; y < strength.Length; y++)
            strength[y] = Math.Max(0, strength[y]);
        return strength;
    }

    // What each row shows of the cross-section, and what it would show of the whole of it.
    private (float[] Found, float[] Whole) Fit()
    {
        var (found, whole) = (new float[_sure.Length], new float[_sure.Length]);
        Each((i, row, distance) =>
        {
            var expected = Section(distance) * _room[i];
            found[row] += _sure[row] * _raw[i] * expected;
            whole[row] += _sure[row] * expected * expected;
        });
        return (found, whole);
    }

    // Moves the middle to where the cross-section fits best.
    private void Settle()
    {
        const float step = 0.25f;
        var (found, whole) = (new float[_sure.Length], new float[_sure.Length]);
        Each((i, row, distance) =>
        {
            var slope = _strength[row] * _room[i] * (Section(distance - step) - Section(distance + step)) / (2 * step);
            found[row] += _sure[row] * (_raw[i] - _strength[row] * _room[i] * Section(distance)) * slope;
            whole[row] += _sure[row] * slope * slope;
        });
        var aside = Along(found, whole, RowsBeside);
        for (var y = 0; y < aside.Length; y++)
            _middle[y] += Math.Clamp(aside[y], -2 * step, 2 * step);
    }

    // Column by column what the rows near show besides.
    private void Cover()
    {
        var width = 2 * _reach + 1;
        var (found, whole) = (new float[_sure.Length], new float[_sure.Length]);
        for (var column = _reach - _extent - 1; column <= _reach + _extent + 1; column++)
        {
            for (var y = 0; y < _sure.Length; y++)
            {
                var i = y * width + column;
                var model = _strength[y] * Section(X(y) + column - _reach - _middle[y]);
                (_cover[i], found[y], whole[y]) = (model, _sure[y] * (_raw[i] - model * _room[i]) * _room[i], _sure[y] * _room[i] * _room[i]);
            }
            var besides = Along(found, whole, RowsNear, Prior);
            for (var y = 0; y < _sure.Length; y++)
                _cover[y * width + column] = Math.Abs(X(y) + column - _reach - _middle[y]) > _extent + 0.5f ? 0 : Math.Clamp(_cover[y * width + column] + besides[y], 0, MostCover);
        }
    }

    private bool[] Shows()
    {
        var shows = new bool[_sure.Length];
        var (found, whole) = Fit();
        for (var y = 0; y < shows.Length; y++)
        {
            var (sum, all) = (0f, 0f);
            for (var v = Math.Max(0, y - RowsShown); v <= Math.Min(shows.Length - 1, y + RowsShown); v++)
                (sum, all) = (sum + found[v], all + whole[v]);
            shows[y] = sum > Shown * MathF.Sqrt(all);
        }
        return shows;
    }

    // What is found of the whole over the rows around each.
    private static float[] Along(float[] found, float[] whole, int around, float prior = 0)
    {
        var shares = new float[found.Length];
        for (var y = 0; y < shares.Length; y++)
        {
            var (sum, all) = (0f, prior);
            for (var v = Math.Max(0, y - around); v <= Math.Min(shares.Length - 1, y + around); v++)
                (sum, all) = (sum + found[v], all + whole[v]);
            shares[y] = all <= 0 ? 0 : sum / all;
        }
        return shares;
    }

    private void Each(Action<int, int, float> take)
    {
        for (var y = 0; y < _sure.Length; y++)
            for (var offset = -Reach; offset <= Reach; offset++)
                take(y * (2 * _reach + 1) + offset + _reach, y, X(y) + offset - _middle[y]);
    }

    // The picture less what is behind the line, and how far that is from the tone that a scratch draws towards.
    private void Read(Plane plane, LineGround ground)
    {
        var columns = new int[_sure.Length];
        for (var y = 0; y < columns.Length; y++)
            columns[y] = X(y);
        ground.Foretell(columns, _ground, _sure);
        for (int y = 0, i = 0; y < columns.Length; y++)
        {
            _sure[y] = 1 / _sure[y];
            for (var off = -_reach; off <= _reach; off++, i++)
                (_raw[i], _room[i]) = (plane[Math.Clamp(columns[y] + off, 0, plane.Width - 1), y] - _ground[i], _tone - _ground[i]);
        }
    }
}
