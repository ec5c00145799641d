using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Registry;
using Kinolux.Models.Tiles;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux models [list|add|verify|bench]</c>: the neural networks at hand.</summary>
internal static class ModelsCommand
{
    // A film of standard definition.
    private const int BenchWidth = 720;
    private const int BenchHeight = 576;
    private const int BenchTimes = 5;

    public static Command Create(CliContext context)
    {
        var folder = new Option<string?>("--models") { Description = "Your folder of models, instead of $KINOLUX_MODELS or the one in your data folder.", HelpName = "DIR", Recursive = true };
        var command = new KinoluxCommand("models", "Lists the neural networks at hand.", "models") { folder };
        command.SetAction(parsed => List(context, Registry(parsed.GetValue(folder))));
        var list = new KinoluxCommand("list", "Lists them: what each is for, how good it was measured to be, and its hash.", "models list --json");
        list.SetAction(parsed => List(context, Registry(parsed.GetValue(folder))));
        command.Add(list);
        command.Add(Add(context, folder));
        command.Add(Verify(context, folder));
        command.Add(Bench(context, folder));
        return command;
    }

    private static ModelRegistry Registry(string? folder) => folder is null ? ModelRegistry.Default : new ModelRegistry(folder, ShippedModels.Folder);

    private static int List(CliContext context, ModelRegistry models)
    {
        context.Write(new { Folder = models.Own, Models = models.All }, () =>
        {
            if (models.All.Count == 0)
                context.Out.WriteLine("no models");
            else
                context.Table(
                    ["model", "for", "measured", "licence", "hash", "from"],
                    models.All.Select(model => (IReadOnlyList<string>)
                    [
                        model.Name, model.Card is { } card ? Word(card.Task) : model.Problem?.Message ?? "", model.Card is null ? "" : Measured(model.Card), model.Card?.Licence ?? "", model.Card?.ShortHash ?? "", model.IsOwn ? "you" : "Kinolux",
                    ]));
            context.Out.WriteLine();
            context.Out.WriteLine($"your models: {models.Own}; to add one: kinolux models add FILE");
        });
        return 0;
    }

    private static Command Add(CliContext context, Option<string?> folder)
    {
        var file = new Argument<string>("FILE") { Description = "An ONNX file." };
        var card = new Option<string?>("--card") { Description = "Its card, instead of the .json beside it.", HelpName = "FILE" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Take the place of a model with this name." };
        var command = new KinoluxCommand("add", "Tries a model and copies it with its card into your folder.", "models add denoise.onnx", "models add denoise.onnx --card denoise.json --overwrite") { file, card, overwrite };
        command.SetAction(parsed =>
        {
            var models = Registry(parsed.GetValue(folder));
            var added = ModelIntake.Add(parsed.GetRequiredValue(file), parsed.GetValue(card), models.Own, parsed.GetValue(overwrite));
            context.Write(new { Added = added.Name, added.Sha256, Folder = models.Own }, () => context.Out.WriteLine($"added {added.Name} ({Word(added.Task)}, {added.ShortHash}) to {models.Own}"));
        });
        return command;
    }

    private static Command Verify(CliContext context, Option<string?> folder)
    {
        var command = new KinoluxCommand("verify", "Checks each model's hash, opens it, runs it on a small picture and looks at what comes out. Exits 1 where one fails.", "models verify");
        command.SetAction(parsed =>
        {
            var runtime = OnnxRuntime.Default;
            var results = Registry(parsed.GetValue(folder)).All.Select(model => (model.Name, Problem: Problem(model, runtime))).ToList();
            context.Write(new { Runtime = runtime.ToString(), Models = results.Select(result => new { result.Name, Ok = result.Problem is null, Problem = result.Problem?.ToString() }) }, () =>
            {
                foreach (var (name, problem) in results)
                    context.Out.WriteLine(problem is null ? $"ok      {name}" : $"BROKEN  {name}: {problem}");
                context.Out.WriteLine(Say($"{results.Count(result => result.Problem is null)} of {results.Count} models do what their cards promise, with {runtime}"));
            });
            return results.Any(result => result.Problem is not null) ? 1 : 0;
        });
        return command;
    }

    private static Command Bench(CliContext context, Option<string?> folder)
    {
        var command = new KinoluxCommand("bench", Say($"Times each model on a picture of {BenchWidth} × {BenchHeight}, on one thread and on all."), "models bench");
        command.SetAction(parsed =>
        {
            var models = Registry(parsed.GetValue(folder));
            var results = models.All.Select(model => model.Card).OfType<ModelCard>().Select(card => Time(card, models.Open(card))).ToList();
            context.Write(new { Runtime = OnnxRuntime.Default.ToString(), Models = results }, () =>
                context.Table(
                    ["model", "one thread", Say($"{Environment.ProcessorCount} threads"), "inside ONNX Runtime", "speed"],
                    results.Select(result => (IReadOnlyList<string>)[result.Name, Say($"{result.OneThread:0} ms"), Say($"{result.AllThreads:0} ms"), Say($"{result.InsideShare:0.0 %}"), result.Gigaflops is { } speed ? Say($"{speed:0} GFLOP/s") : ""])));
        });
        return command;
    }

    private static BenchResult Time(ModelCard card, OnnxSession session)
    {
        var one = ModelTrial.Run(card, session, BenchWidth, BenchHeight, RowRunner.Serial, BenchTimes);
        var all = ModelTrial.Run(card, session, BenchWidth, BenchHeight, new RowRunner(Environment.ProcessorCount), BenchTimes);
        double? speed = card.OperationsPerSample > 0 ? card.OperationsPerSample * BenchWidth * BenchHeight / all.Milliseconds / 1e6 : null;
        return new BenchResult(card.Name, one.Milliseconds, all.Milliseconds, one.InsideShare, speed);
    }

    private static Fault? Problem(RegisteredModel model, OnnxRuntime runtime)
    {
        try
        {
            if (model.Card is not { } card)
                return model.Problem;
            ModelIntake.Try(card, runtime, ModelFile.Read(model.ModelPath, card));
            return null;
        }
        catch (FaultException fault)
        {
            return fault.Fault;
        }
    }

    private static string Measured(ModelCard card) =>
        string.Join("; ", card.Quality.Select(quality => Say($"{quality.Set}{(quality.Sigma is { } sigma ? Say($" {sigma:0.#}") : "")}: {quality.Value:0.00} {quality.Measure}")));

    private static string Word(ModelTask task) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(task.ToString());

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed record BenchResult(string Name, double OneThread, double AllThreads, double InsideShare, double? Gigaflops);
}
