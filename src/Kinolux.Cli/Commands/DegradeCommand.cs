using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restore.Damage;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux degrade CLEAN -o DAMAGED</c>: makes a clean film into a damaged one and writes down what it did.</summary>
internal static class DegradeCommand
{
    public static Command Create(CliContext context)
    {
        var clean = new Argument<string>("CLEAN") { Description = "The film to damage; it stays as it is." };
        var output = new Option<string>("--output", "-o") { Description = "The damaged film to write.", Required = true, HelpName = "DAMAGED" };
        var only = new Option<string?>("--only") { Description = $"Kinds of damage, parted by commas: {string.Join(", ", DamageWords.All)}. All of an old film where not given.", HelpName = "KINDS" };
        only.CompletionSources.Add([.. DamageWords.All]);
        var strength = new Option<double>("--strength") { Description = "0 for none, 1 for a film in poor state, up to 4.", DefaultValueFactory = _ => 1, HelpName = "X" };
        var seed = new Option<long>("--seed") { Description = "The same seed makes the same damage.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var truth = new Option<string?>("--truth") { Description = "A folder for truth.json and a mask per frame and kind.", HelpName = "DIR" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand("degrade", "Damages a clean film like age does, seeded, with the truth of what was done.", "degrade clean.mkv -o damaged.mkv --truth truth", "degrade clean.mkv -o damaged.mkv --only dirt,flicker --strength 2") { clean, output, only, strength, seed, truth, overwrite };
        command.SetAction(parsed =>
        {
            var options = new DamageOptions(
                parsed.GetValue(only) is { } words ? DamageWords.Parse(words) : DamageWords.Everything, Strength(parsed.GetValue(strength)), parsed.GetValue(seed));
            var film = Film.Open(parsed.GetRequiredValue(clean), cancel: context.Cancel);
            var path = parsed.GetRequiredValue(output);
            using (var progress = context.Progress())
                FilmDegrader.Run(
                    film, path, options, parsed.GetValue(truth), parsed.GetValue(overwrite), new RowRunner(Environment.ProcessorCount, context.Cancel),
                    new ProgressMeter(progress, context.Time, "degrade", film.FrameCount), context.Cancel);
            var kinds = DamageWords.Of(options.Kinds);
            context.Write(
                new { Output = path, Truth = parsed.GetValue(truth), Frames = film.FrameCount, Kinds = kinds, options.Strength, options.Seed },
                () => context.Out.WriteLine($"{path}: {film.FrameCount} frames with {string.Join(", ", kinds)}"));
            return 0;
        });
        return command;
    }

    private static double Strength(double value) =>
        value is >= 0 and <= DamageOptions.MaxStrength
            ? value
            : throw FaultException.Of("KX2704", ("value", value.ToString(CultureInfo.InvariantCulture)), ("range", $"0 to {DamageOptions.MaxStrength}"));
}
