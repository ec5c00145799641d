using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Registry;
using Kinolux.Models.Tiles;

namespace Kinolux.Bench.Models;

/// <summary>Every model at hand: its time and how much of it is ONNX Runtime's, what it reaches on the published sets beside published figures, and on film in its stage beside the stage without it.</summary>
internal static class ModelsBench
{
    private const int Width = 720;
    private const int Height = 576;

    /// <param name="data">The folder of real material for restoration.</param>
    /// <param name="wanted">Names of models, <c>time</c>, <c>pictures</c>, <c>film</c>; all where none is named.</param>
    public static void Run(string data, IReadOnlyList<string> wanted)
    {
        bool Wants(string part) => wanted.Contains(part) || !wanted.Any(word => word is "time" or "pictures" or "film");
        var names = wanted.Where(word => word is not ("time" or "pictures" or "film")).ToList();
        var models = ModelRegistry.Default;
        var cards = models.All.Select(model => model.Card).OfType<ModelCard>().Where(card => names.Count == 0 || names.Contains(card.Name)).ToList();
        if (Wants("time"))
            Time(models, cards);
        if (Wants("pictures"))
            PictureTable.Print(models, cards, Path.Combine(data, "denoise"));
        if (Wants("film"))
            FilmTable.Print(models, cards, Path.Combine(data, "clean_video"));
    }

    private static void Time(ModelRegistry models, List<ModelCard> cards)
    {
        Console.WriteLine(Say($"a picture of {Width} × {Height}, one thread, {OnnxRuntime.Default}: the fastest of five"));
        Console.WriteLine("model                           ms   of it not in ONNX Runtime   GFLOP/s");
        foreach (var card in cards)
        {
            var trial = ModelTrial.Run(card, models.Open(card), Width, Height, RowRunner.Serial, 5);
            Console.WriteLine(Say($"{card.Name,-28}{trial.Milliseconds,6:0}{1 - trial.InsideShare,20:0.0 %}{card.OperationsPerSample * Width * Height / trial.Milliseconds / 1e6,18:0}"));
        }
        Console.WriteLine();
    }

    internal static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
