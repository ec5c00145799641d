using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// How much a line covers the picture at each row and each distance from its middle: one cross-section for the whole line, since the scene varies along it and the scratch's shape hardly does,
/// times a strength that varies slowly from row to row. A bright line draws towards white, a dark one towards black; taking that away again keeps whatever detail shows through.
/// </summary>
internal sealed class ScratchProfile
{
    private const int RowsAround = 28;

    // Cross-sections are kept at half samples: a line's middle is between columns.
    private const int Fine = 2;

    // A scratch sways about a straight line over hundreds of rows, while each band's place is off by what texture makes of it.
    private const int Smoothings = 60;

    // The bands say where the middle is to half a sample, the cross-section where it is to a tenth: so often, and over so many rows to either side.
    private const int Settlings = 2;
    private const int RowsBeside = 40;

    // What the cross-section's foot is broadened by, as a share of its peak: it is read at half samples, about a middle that is never quite right.
    private const float Foot = 0.05f;

    // What covers more hides the picture, and cannot be taken away.
    private const float MostCover = 0.8f;

    // How far from its middle a scratch covers anything, in samples of a picture as wide as this one: scratches grow with the scan.
    private const int Covers = 2;
    private const int Across = 576;

    private readonly int _reach;
    private readonly int _extent;
    private readonly float[] _middle;
    private readonly float[] _raw;
    private readonly float[] _room;
    private readonly int _tone;
    private float[] _shape;
    private float[] _strength;

    public ScratchProfile(Plane plane, LineMap map, LinePath line)
    {
        _reach = 4 * map.Half + 1;
        _extent = Math.Clamp((int)MathF.Round((float)Covers * plane.Width / Across), Covers, _reach - 1);
        _tone = line.Sign > 0 ? ushort.MaxValue : 0;
        First = line.First * LineMap.Band;
        End = Math.Min(plane.Height, (line.First + line.X.Length) * LineMap.Band);
        _middle = Middle(map, line);
        (_raw, _room) = (new float[(End - First) * (2 * _reach + 1)], new float[(End - First) * (2 * _reach + 1)]);
        for (var pass = 0; ; pass++)
        {
            Read(plane);
            _shape = Shape();
            _strength = Strength();
            if (pass == Settlings)
                break;
            Settle();
        }
    }

    /// <summary>The first row.</summary>
    public int First { get; }

    /// <summary>The row after the last.</summary>
    public int End { get; }

    /// <summary>How far from its middle a line is looked at.</summary>
    public int Reach => _reach;

    /// <summary>True where the line draws towards white, false where towards black.</summary>
    public bool IsBright => _tone > 0;

    /// <summary>The column nearest to the middle at a row.</summary>
    public int X(int y) => (int)MathF.Round(_middle[y - First]);

    /// <summary>What the line adds to column <paramref name="x"/> of row <paramref name="y"/>, where the film shows <paramref name="value"/>; both in 16-bit levels.</summary>
    public float At(int x, int y, int value)
    {
        var cover = Math.Min(MostCover, _strength[y - First] * Section(x - _middle[y - First]));
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
        Each((i, _, distance) =>
        {
            var bin = (int)MathF.Round(distance * Fine) + half;
            if (bin < 0 || bin >= sums.Length)
                return;
            sums[bin] += _raw[i] * _room[i];
            weights[bin] += _room[i] * _room[i];
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
        var (found, whole) = (new float[End - First], new float[End - First]);
        Each((i, row, distance) =>
        {
            var expected = Section(distance) * _room[i];
            found[row] += _raw[i] * expected;
            whole[row] += expected * expected;
        });
        var strength = Along(found, whole, RowsAround);
        for (var y = 0; y < strength.Length; y++)
            strength[y] = Math.Max(0, strength[y]);
        return strength;
    }

    // Moves the middle to where the cross-section fits best.
    private void Settle()
    {
        const float step = 0.25f;
        var (found, whole) = (new float[End - First], new float[End - First]);
        Each((i, row, distance) =>
        {
            var slope = _strength[row] * _room[i] * (Section(distance - step) - Section(distance + step)) / (2 * step);
            found[row] += (_raw[i] - _strength[row] * _room[i] * Section(distance)) * slope;
            whole[row] += slope * slope;
        });
        var aside = Along(found, whole, RowsBeside);
        for (var y = 0; y < aside.Length; y++)
            _middle[y] += Math.Clamp(aside[y], -2 * step, 2 * step);
    }

    // What is found of the whole over the rows around each.
    private static float[] Along(float[] found, float[] whole, int around)
    {
        var shares = new float[found.Length];
        for (var y = 0; y < shares.Length; y++)
        {
            var (sum, all) = (0f, 0f);
            for (var v = Math.Max(0, y - around); v <= Math.Min(shares.Length - 1, y + around); v++)
                (sum, all) = (sum + found[v], all + whole[v]);
            shares[y] = all <= 0 ? 0 : sum / all;
        }
        return shares;
    }

    private void Each(Action<int, int, float> take)
    {
        for (var y = First; y < End; y++)
            for (var offset = -_reach; offset <= _reach; offset++)
                take((y - First) * (2 * _reach + 1) + offset + _reach, y - First, X(y) + offset - _middle[y - First]);
    }

    private float[] Middle(LineMap map, LinePath line)
    {
        var count = line.X.Length;
        var fine = new float[count];
        for (var k = 0; k < count; k++)
        {
            int a = line.Sign * map.At(line.First + k, line.X[k] - 1), b = line.Sign * map.At(line.First + k, line.X[k]), c = line.Sign * map.At(line.First + k, line.X[k] + 1);
            var bend = a - 2 * b + c;
            fine[k] = line.X[k] + (bend < 0 && b > 0 ? Math.Clamp((a - c) * 0.5f / bend, -0.5f, 0.5f) : 0);
        }
        var (mean, slope) = Straight(fine);
        for (var k = 0; k < count; k++)
            fine[k] -= mean + slope * (k - (count - 1) / 2f);
        for (var pass = 0; pass < Smoothings; pass++)
        {
            var before = (float[])fine.Clone();
            for (var k = 0; k < count; k++)
                fine[k] = (before[Math.Max(0, k - 1)] + 2 * before[k] + before[Math.Min(count - 1, k + 1)]) / 4;
        }
        for (var k = 0; k < count; k++)
            fine[k] += mean + slope * (k - (count - 1) / 2f);
        var middle = new float[End - First];
        for (var y = 0; y < middle.Length; y++)
        {
            var at = Math.Clamp((y + 0.5f) / LineMap.Band - 0.5f, 0, count - 1);
            var k = Math.Min((int)at, Math.Max(0, count - 2));
            middle[y] = count == 1 ? fine[0] : fine[k] + (fine[k + 1] - fine[k]) * (at - k);
        }
        return middle;
    }

    // The straight line of least squares: its middle, and what it steps aside with each place.
    private static (float Mean, float Slope) Straight(float[] places)
    {
        var (sum, moment, squares) = (0f, 0f, 0f);
        for (var k = 0; k < places.Length; k++)
        {
            var off = k - (places.Length - 1) / 2f;
            (sum, moment, squares) = (sum + places[k], moment + places[k] * off, squares + off * off);
        }
        return (sum / places.Length, squares == 0 ? 0 : moment / squares);
    }

    private void Read(Plane plane)
    {
        var width = 2 * _reach + 1;
        for (var y = First; y < End; y++)
            Raw(plane, y, X(y), _raw.AsSpan((y - First) * width, width), _room.AsSpan((y - First) * width, width));
    }

    // The row less the straight line between its flanks, and how far that line is from the tone that a scratch draws towards.
    private void Raw(Plane plane, int y, int x, Span<float> raw, Span<float> room)
    {
        var row = plane.Row(y);
        float left = 0, right = 0;
        for (var i = 0; i < 2; i++)
        {
            left += row[Math.Clamp(x - _reach + i, 0, row.Length - 1)] / 2f;
            right += row[Math.Clamp(x + _reach - i, 0, row.Length - 1)] / 2f;
        }
        for (var i = 0; i < raw.Length; i++)
        {
            var expected = left + (right - left) * i / (raw.Length - 1);
            raw[i] = row[Math.Clamp(x - _reach + i, 0, row.Length - 1)] - expected;
            room[i] = _tone - expected;
        }
    }
}
