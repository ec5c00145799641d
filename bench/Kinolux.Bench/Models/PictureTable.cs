using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Models.Tiles;
using static Kinolux.Bench.Models.ModelsBench;

namespace Kinolux.Bench.Models;

/// <summary>
/// Single pictures with white noise that is neither rounded nor clipped, as the published tables have it; the seed is the picture's place and the noise. Mean PSNR in dB; the model is told the noise.
/// </summary>
internal static class PictureTable
{
    private static readonly int[] Sigmas = [15, 25, 50];

    // BM3D (CBM3D), DnCNN (CDnCNN), FFDNet, as published.
    private static readonly (string Set, int Channels, double[] Bm3d, double[] DnCnn, double[] FfdNet)[] Sets =
    [
        ("Set12", 1, [32.37, 29.97, 26.72], [32.86, 30.44, 27.18], [32.75, 30.43, 27.32]),
        ("BSD68", 1, [31.07, 28.57, 25.62], [31.73, 29.23, 26.23], [31.63, 29.19, 26.29]),
        ("CBSD68", 3, [33.52, 30.71, 27.38], [33.89, 31.23, 27.92], [33.87, 31.21, 27.96]),
        ("McMaster", 3, [34.06, 31.66, 28.51], [33.44, 31.51, 28.61], [34.66, 32.35, 29.18]),
    ];

    public static void Print(ModelRegistry models, IReadOnlyList<ModelCard> cards, string folder)
    {
        Console.WriteLine("PSNR in dB          sigma      15      25      50");
        foreach (var (set, channels, bm3d, dnCnn, ffdNet) in Sets)
        {
            if (!Directory.Exists(Path.Combine(folder, set)))
            {
                Console.WriteLine($"{set}: absent");
                continue;
            }
            foreach (var (name, figures) in new[] { ("BM3D, published", bm3d), ("DnCNN, published", dnCnn), ("FFDNet, published", ffdNet) })
                Row(set, name, figures);
            var pictures = Directory.GetFiles(Path.Combine(folder, set), "*.png").Order(StringComparer.Ordinal).Select(PngFile.Read).ToList();
            foreach (var card in cards.Where(card => card.Task == ModelTask.Denoise && card.Outputs[0].Channels.Count == channels))
            {
                var model = new TiledModel(card, models.Open(card));
                Row(set, card.Name, [.. Sigmas.Select(sigma => pictures.Select((picture, place) => Psnr(model, picture, sigma, place)).Average())]);
            }
        }
        Console.WriteLine();
    }

    private static void Row(string set, string name, double[] figures) =>
        Console.WriteLine($"{set,-10}{name,-18}{string.Concat(figures.Select(figure => Say($"{figure,8:0.00}")))}");

    private static double Psnr(TiledModel model, PngPicture picture, int sigma, int place)
    {
        var (width, height, count) = (picture.Width, picture.Height, picture.Width * picture.Height);
        var clean = picture.Planes.Select(Values).ToArray();
        var noise = new Gaussian(1000 * sigma + place);
        var noisy = clean.Select(plane => plane.Select(value => value + noise.Next() * sigma / 255f).ToArray()).ToArray();
        var errors = new double[clean.Length];
        model.Run(width, height, RowRunner.Serial, Fill, Take);
        return -10 * Math.Log10(errors.Sum() / (count * clean.Length));

        void Fill(TensorCard input, Tile tile, Span<float> values)
        {
            var (low, scale) = ((float)input.Range[0], (float)(input.Range[1] - input.Range[0]));
            for (var i = 0; i < values.Length; i++)
                values[i] = input.Is("noise") ? sigma / 255f
                    : low + scale * noisy[i / (tile.Width * tile.Height)][tile.Rows[i / tile.Width % tile.Height] * width + tile.Columns[i % tile.Width]];
        }

        void Take(TensorCard output, Tile tile, ReadOnlySpan<float> values)
        {
            var (low, scale) = ((float)output.Range[0], (float)(output.Range[1] - output.Range[0]));
            for (var channel = 0; channel < clean.Length; channel++)
                for (var y = 0; y < tile.CoreHeight; y++)
                    for (var x = 0; x < tile.CoreWidth; x++)
                    {
                        var value = Math.Clamp((values[(channel * tile.Height + tile.Top + y) * tile.Width + tile.Left + x] - low) / scale, 0, 1);
                        errors[channel] += Math.Pow(value - clean[channel][(tile.Y + y) * width + tile.X + x], 2);
                    }
        }
    }

    private static float[] Values(Plane plane)
    {
        var values = new float[plane.Width * plane.Height];
        for (var y = 0; y < plane.Height; y++)
            for (var x = 0; x < plane.Width; x++)
                values[y * plane.Width + x] = plane[x, y] / 65535f;
        return values;
    }
}
