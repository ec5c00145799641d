using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>
/// One level of a <see cref="MotionPyramid"/>: 12-bit grey values (0 to 4095) and their central differences, with <see cref="Pad"/> replicated samples on every side
/// so that a patch may hang over the edge without a test per sample.
/// </summary>
internal sealed class MotionLevel
{
    /// <summary>Replicated samples on each side.</summary>
    public const int Pad = 16;

    private PatchTensor[]? _tensors;
    private bool _measured;

    public MotionLevel(int width, int height)
    {
        Width = width;
        Height = height;
        Stride = (width + 2 * Pad + 31) & ~31;
        Rows = height + 2 * Pad;
        Grey = GC.AllocateArray<short>(Stride * Rows, pinned: true);
        SlopeX = GC.AllocateArray<short>(Stride * Rows, pinned: true);
        SlopeY = GC.AllocateArray<short>(Stride * Rows, pinned: true);
    }

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    /// <summary>Rows with padding.</summary>
    public int Rows { get; }

    public short[] Grey { get; }

    /// <summary>grey(x + 1) - grey(x - 1): twice the slope. Zero in the outermost ring of the padding.</summary>
    public short[] SlopeX { get; }

    /// <summary>grey(y + 1) - grey(y - 1).</summary>
    public short[] SlopeY { get; }

    /// <summary>
    /// What stands in every 8 × 8 patch from (4i - 2, 4j - 2), row by row, one for each 4 × 4 block of the picture: made when first asked for, since every search from this level asks again.
    /// </summary>
    public unsafe PatchTensor[] Tensors(RowRunner rows)
    {
        lock (SlopeY)
        {
            var (across, down) = ((Width + 3) / 4, (Height + 3) / 4);
            var tensors = _tensors ??= new PatchTensor[across * down];
            if (!_measured)
                rows.Run(down, (top, end) =>
                {
                    fixed (short* grey = Grey, slopeX = SlopeX, slopeY = SlopeY)
                        for (var j = top; j < end; j++)
                            for (var i = 0; i < across; i++)
                            {
                                var at = At(4 * i - 2, 4 * j - 2);
                                tensors[j * across + i] = PatchTensor.Run(grey + at, slopeX + at, slopeY + at, Stride);
                            }
                });
            _measured = true;
            return tensors;
        }
    }

    /// <summary>Where sample (x, y) of the picture is in the arrays.</summary>
    public int At(int x, int y) => (y + Pad) * Stride + x + Pad;

    /// <summary>Replicates the edges of <see cref="Grey"/> and fills the slopes.</summary>
    public void Finish(RowRunner rows)
    {
        _measured = false;
        for (var y = 0; y < Height; y++)
        {
            var row = Grey.AsSpan((y + Pad) * Stride, Stride);
            row[..Pad].Fill(row[Pad]);
            row[(Pad + Width)..].Fill(row[Pad + Width - 1]);
        }
        var first = Grey.AsSpan(Pad * Stride, Stride);
        var last = Grey.AsSpan((Pad + Height - 1) * Stride, Stride);
        for (var y = 0; y < Pad; y++)
        {
            first.CopyTo(Grey.AsSpan(y * Stride));
            last.CopyTo(Grey.AsSpan((Pad + Height + y) * Stride));
        }
        rows.Run(Rows - 2, (top, end) =>
        {
            for (var y = top + 1; y < end + 1; y++)
            {
                var at = y * Stride;
                Kernels.Difference.Run(Grey.AsSpan(at + 2, Stride - 2), Grey.AsSpan(at, Stride - 2), SlopeX.AsSpan(at + 1, Stride - 2));
                Kernels.Difference.Run(Grey.AsSpan(at + Stride, Stride), Grey.AsSpan(at - Stride, Stride), SlopeY.AsSpan(at, Stride));
            }
        });
    }
}
