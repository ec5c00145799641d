using System.CommandLine;
using Kinolux.Restore.Stages;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux stages [ID]</c>: the restoration stages in pipeline order, or one of them with its options.</summary>
internal static class StagesCommand
{
    public static Command Create(CliContext context)
    {
        var id = new Argument<string?>("ID") { HelpName = "ID", Description = "A stage, to see its options.", Arity = ArgumentArity.ZeroOrOne };
        id.CompletionSources.Add([.. StageCatalog.All.Select(stage => stage.Info.Id)]);
        var command = new KinoluxCommand("stages", "Lists the restoration stages and their options.", "stages", "stages despeckle") { id };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(id) is { } name)
                ShowOne(context, StageSettings.Find(name));
            else
                ShowAll(context);
            return 0;
        });
        return command;
    }

    private static void ShowAll(CliContext context) =>
        context.Write(new { Stages = StageCatalog.All.Select(StageDescription.Of) }, () =>
        {
            context.Table(
                ["stage", "runs", "repairs"],
                StageCatalog.All.Select(stage => (IReadOnlyList<string>)[stage.Info.Id, stage.Info.OnByDefault ? "by default" : "when asked", stage.Info.Summary]));
            context.Out.WriteLine();
            context.Out.WriteLine("Options of one: kinolux stages ID. To set one: kinolux restore FILM -o OUT --set STAGE.OPTION=VALUE");
        });

    private static void ShowOne(CliContext context, IRestorationStage stage) =>
        context.Write(StageDescription.Of(stage), () =>
        {
            var info = stage.Info;
            context.Out.WriteLine($"{info.Id}: {info.Title}");
            context.Out.WriteLine(info.Summary);
            context.Out.WriteLine($"Reads {info.Before} frames before and {info.After} after. Proposes: {string.Join(", ", info.Kinds.Select(kind => kind.Id))}.");
            context.Out.WriteLine();
            context.Table(
                ["option", "type", "range", "default", "meaning"],
                OptionSchema.Of(stage).Options.Select(option => (IReadOnlyList<string>)[$"{info.Id}.{option.Name}", option.TypeName, option.RangeText, option.DefaultText, option.Description]));
        });
}
