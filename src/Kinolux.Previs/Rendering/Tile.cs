using System.Numerics;
using Kinolux.Core.Frames;

namespace Kinolux.Previs.Rendering;

/// <summary>One tile at work: four samples a pixel are drawn, turned into fragments, lit, and put together. Used again for the next tile.</summary>
internal sealed class Tile
{
    /// <summary>The first and the last of the four samples of a pixel, in steps, from the left and from the top.</summary>
    public const int FirstSample = 32, LastSample = 224;

    private const int Side = Tiles.Side;

    // A grid turned by 27°: no two samples share a row or a column, so that nearly upright and nearly level edges get four steps.
    private readonly Samples[] _samples = [new(96, 32), new(224, 96), new(32, 160), new(160, 224)];
    private readonly Fragments _fragments = new();
    private readonly float[] _red = new float[Side * Side], _green = new float[Side * Side], _blue = new float[Side * Side];

    /// <summary>How much of each pixel shows nothing but sky.</summary>
    private readonly float[] _open = new float[Side * Side];

    public void Draw(in Picture picture, int column, int row)
    {
        var (left, top) = (column * Side, row * Side);
        foreach (var samples in _samples)
            samples.Clear();
        var projection = picture.Projection;
        for (var band = 0; band < Tiles.Bands; band++)
            foreach (var facet in projection.Bands[band].Of(row * Tiles.Across(picture.Camera.Width) + column))
                foreach (var samples in _samples)
                    samples.Draw(projection.Bands[band].Facets[facet], left, top, Projection.Name(band, facet));
        var (width, height) = (Math.Min(Side, picture.Camera.Width - left), Math.Min(Side, picture.Camera.Height - top));
        var isOpen = Resolve(picture, left, top, width, height);
        _fragments.Level();
        picture.Shadows?.Run(_fragments);
        picture.Shading.Run(_fragments);
        Mix(picture, left, top, isOpen);
        for (var y = 0; y < height; y++)
        {
            Write(_red, y, picture.Frame.Planes[0].Row(top + y).Slice(left, width));
            Write(_green, y, picture.Frame.Planes[1].Row(top + y).Slice(left, width));
            Write(_blue, y, picture.Frame.Planes[2].Row(top + y).Slice(left, width));
        }
        if (picture.Passes is { } passes)
            Tell(passes, picture, left, top, width, height);
    }

    // Says whether any pixel shows sky.
    private bool Resolve(in Picture picture, int left, int top, int width, int height)
    {
        _fragments.Count = 0;
        var isOpen = false;
        Span<int> owners = stackalloc int[4];
        for (var y = 0; y < height; y++)
        {
            var far = picture.Owners.AsSpan((top + y) * picture.Camera.Width + left, width);
            for (var x = 0; x < width; x++)
            {
                var pixel = y * Side + x;
                var owner = _samples[0].Owners[pixel];
                if (x + Vector<int>.Count <= width && IsRun(pixel, owner))
                {
                    isOpen |= Run(picture, pixel, owner, left + x + 0.5f, top + y + 0.5f);
                    far.Slice(x, Vector<int>.Count).Fill(owner);
                    x += Vector<int>.Count - 1;
                    continue;
                }
                (owners[0], owners[1], owners[2], owners[3]) = (owner, _samples[1].Owners[pixel], _samples[2].Owners[pixel], _samples[3].Owners[pixel]);
                _open[pixel] = 0;
                isOpen |= Split(picture, pixel, owners, left + x, top + y);
                far[x] = Farthest(pixel, owners);
            }
        }
        return isOpen;
    }

    // Whether all samples of this pixel and of those beside it see one facet.
    private bool IsRun(int pixel, int owner)
    {
        var (all, place) = (new Vector<int>(owner), (nuint)pixel);
        return owner == _samples[3].Owners[pixel] && Vector.EqualsAll(Vector.LoadUnsafe(ref _samples[0].Owners[0], place), all) && Vector.EqualsAll(Vector.LoadUnsafe(ref _samples[1].Owners[0], place), all)
            && Vector.EqualsAll(Vector.LoadUnsafe(ref _samples[2].Owners[0], place), all) && Vector.EqualsAll(Vector.LoadUnsafe(ref _samples[3].Owners[0], place), all);
    }

    private bool Run(in Picture picture, int pixel, int owner, float x, float y)
    {
        _open.AsSpan(pixel, Vector<int>.Count).Fill(owner < 0 ? 1 : 0);
        if (owner < 0)
            return true;
        ref readonly var facet = ref picture.Projection.Facet(owner);
        _fragments.AddRun(pixel, owner, facet, picture.Projection.NormalsOf(owner), picture.Tones[facet.Tone], x, y);
        return false;
    }

    // A fragment for each facet that samples see, in the middle of those samples.
    private bool Split(in Picture picture, int pixel, ReadOnlySpan<int> owners, int left, int top)
    {
        if (owners[0] == owners[1] && owners[0] == owners[2] && owners[0] == owners[3])
        {
            if (owners[0] < 0)
                _open[pixel] = 1;
            else
                Add(picture, pixel, owners[0], left + 0.5f, top + 0.5f, 1);
            return owners[0] < 0;
        }
        var done = 0;
        for (var i = 0; i < 4; i++)
        {
            if ((done & (1 << i)) != 0)
                continue;
            var (count, x, y) = (0, 0, 0);
            for (var j = i; j < 4; j++)
                if (owners[j] == owners[i])
                    (done, count, x, y) = (done | (1 << j), count + 1, x + _samples[j].OffsetX, y + _samples[j].OffsetY);
            if (owners[i] < 0)
                _open[pixel] = count * 0.25f;
            else
                Add(picture, pixel, owners[i], left + x / (256f * count), top + y / (256f * count), count * 0.25f);
        }
        return _open[pixel] > 0;
    }

    private int Farthest(int pixel, ReadOnlySpan<int> owners)
    {
        var far = 0;
        for (var i = 1; i < 4; i++)
            if (_samples[i].Nearness[pixel] < _samples[far].Nearness[pixel])
                far = i;
        return owners[far];
    }

    private void Add(in Picture picture, int pixel, int owner, float x, float y, float weight)
    {
        ref readonly var facet = ref picture.Projection.Facet(owner);
        _fragments.Add(pixel, owner, facet, picture.Projection.NormalsOf(owner), picture.Tones[facet.Tone], new Vector2(x, y), weight);
    }

    private void Mix(in Picture picture, int left, int top, bool isOpen)
    {
        if (isOpen)
            picture.Backdrop.Fill(left, top, _open, _red, _green, _blue);
        else
        {
            _red.AsSpan().Clear();
            _green.AsSpan().Clear();
            _blue.AsSpan().Clear();
        }
        for (var i = 0; i < _fragments.Count; i++)
        {
            var (pixel, weight) = (_fragments.Pixel[i], _fragments.Weight[i]);
            _red[pixel] += weight * _fragments.Red[i];
            _green[pixel] += weight * _fragments.Green[i];
            _blue[pixel] += weight * _fragments.Blue[i];
        }
    }

    // 8 bits a sample, widened as every sample of a frame is.
    private static void Write(float[] values, int y, Span<ushort> row)
    {
        for (var x = 0; x < row.Length; x++)
            row[x] = (ushort)((int)(values[y * Side + x] * 255 + 0.5f) * 257);
    }

    // A pixel of several fragments is told by the largest; of two that are as large, by the nearer.
    private void Tell(Passes passes, in Picture picture, int left, int top, int width, int height)
    {
        for (var y = 0; y < height; y++)
            passes.ClearRow(left, top + y, width);
        for (var i = 0; i < _fragments.Count;)
        {
            var (best, pixel) = (i, _fragments.Pixel[i]);
            for (i++; i < _fragments.Count && _fragments.Pixel[i] == pixel; i++)
                if (_fragments.Weight[i] > _fragments.Weight[best] || (_fragments.Weight[i] == _fragments.Weight[best] && _fragments.Nearness[i] > _fragments.Nearness[best]))
                    best = i;
            var (owner, normal) = (_fragments.Owner[best], new Vector3(_fragments.NormalX[best], _fragments.NormalY[best], -_fragments.NormalZ[best]));
            passes.Set(left + pixel % Side, top + pixel / Side, 1 / _fragments.Nearness[best], normal, picture.Projection.Bodies[picture.Projection.Facet(owner).Body].Body.Id);
        }
    }
}
