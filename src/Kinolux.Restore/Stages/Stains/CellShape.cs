namespace Kinolux.Restore.Stages.Stains;

/// <summary>Shapes of cells on a grid; beyond the grid they go on as they are at its edge.</summary>
internal static class CellShape
{
    /// <summary>Only what squares of 3 × 3 cells fill.</summary>
    public static bool[] Opened(bool[] cells, int width, int height) => Grown(Shrunk(cells, width, height), width, height, 1);

    /// <summary>The cells all of whose neighbours are in the shape, too.</summary>
    public static bool[] Shrunk(bool[] cells, int width, int height) =>
        Array.ConvertAll(Grown(Array.ConvertAll(cells, cell => !cell), width, height, 1), cell => !cell);

    /// <summary>The cells within a square of so many to each side of the shape.</summary>
    public static bool[] Grown(bool[] cells, int width, int height, int by)
    {
        var result = new bool[cells.Length];
        for (var i = 0; i < cells.Length; i++)
            if (cells[i])
                for (var y = Math.Max(0, i / width - by); y <= Math.Min(height - 1, i / width + by); y++)
                    result.AsSpan(y * width + Math.Max(0, i % width - by), Math.Min(width - 1, i % width + by) - Math.Max(0, i % width - by) + 1).Fill(true);
        return result;
    }

    /// <summary>The shape moved by whole cells.</summary>
    public static bool[] Moved(bool[] cells, int width, int height, int right, int down)
    {
        var result = new bool[cells.Length];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (x - right >= 0 && x - right < width && y - down >= 0 && y - down < height)
                    result[y * width + x] = cells[(y - down) * width + x - right];
        return result;
    }

    /// <summary>The connected parts of a shape.</summary>
    public static List<bool[]> Parts(bool[] cells, int width, int height)
    {
        var (parts, seen, open) = (new List<bool[]>(), new bool[cells.Length], new Stack<int>());
        for (var seed = 0; seed < cells.Length; seed++)
        {
            if (!cells[seed] || seen[seed])
                continue;
            var part = new bool[cells.Length];
            seen[seed] = true;
            open.Push(seed);
            while (open.TryPop(out var at))
            {
                part[at] = true;
                Span<int> beside = [at % width > 0 ? at - 1 : at, at % width < width - 1 ? at + 1 : at, at >= width ? at - width : at, at / width < height - 1 ? at + width : at];
                foreach (var next in beside)
                    if (cells[next] && !seen[next])
                    {
                        seen[next] = true;
                        open.Push(next);
                    }
            }
            parts.Add(part);
        }
        return parts;
    }
}
