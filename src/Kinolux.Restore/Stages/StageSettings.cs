using Kinolux.Core.Faults;

namespace Kinolux.Restore.Stages;

/// <summary>Reads what people type about stages: their names, and <c>STAGE.OPTION=VALUE</c>.</summary>
public static class StageSettings
{
    /// <exception cref="FaultException">KX2010: there is no such stage.</exception>
    public static IRestorationStage Find(string id) =>
        StageCatalog.All.FirstOrDefault(stage => stage.Info.Id == id)
        ?? throw FaultException.Of("KX2010", ("stage", id), ("hint", StageNames.Hint(id)));

    /// <summary>The options of each stage that <paramref name="settings"/> (such as <c>despeckle.max-size=24</c>) name, starting from <paramref name="start"/> or the defaults.</summary>
    /// <exception cref="FaultException">KX2010 no such stage, KX2011 no such option, KX2012 out of range, KX2013 not such a value, KX2014 not of the form STAGE.OPTION=VALUE.</exception>
    public static Dictionary<string, StageOptions> Apply(IEnumerable<string> settings, IReadOnlyDictionary<string, StageOptions>? start = null)
    {
        var all = start is null ? [] : new Dictionary<string, StageOptions>(start);
        foreach (var setting in settings)
        {
            var dot = setting.IndexOf('.', StringComparison.Ordinal);
            var sign = setting.IndexOf('=', StringComparison.Ordinal);
            if (dot < 1 || sign < dot + 2)
                throw FaultException.Of("KX2014", ("setting", setting));
            var stage = Find(setting[..dot]);
            var options = all.GetValueOrDefault(stage.Info.Id, stage.DefaultOptions);
            all[stage.Info.Id] = OptionSchema.Of(stage).Set(options, setting[(dot + 1)..sign], setting[(sign + 1)..]);
        }
        return all;
    }
}
