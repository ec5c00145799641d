namespace Kinolux.Restore.Stages;

/// <summary>A stage as data: what <c>kinolux stages --json</c> prints and the studio's form is made from.</summary>
public sealed record StageDescription(
    string Id, string Title, string Summary, int Version, Medium Medium, int Before, int After, IReadOnlyList<string> Kinds, bool OnByDefault, IReadOnlyList<OptionDescription> Options)
{
    public static StageDescription Of(IRestorationStage stage)
    {
        var info = stage.Info;
        return new StageDescription(
            info.Id, info.Title, info.Summary, info.Version, info.Medium, info.Before, info.After, [.. info.Kinds.Select(kind => kind.Id)], info.OnByDefault,
            [.. OptionSchema.Of(stage).Options.Select(option => new OptionDescription(
                option.Name, option.TypeName, option.Default, option.Min, option.Max, option.Values.Count > 0 ? option.Values : null, option.Description))]);
    }
}
