using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Previs.Animatics;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Works;
using Kinolux.Script.Files;
using Kinolux.Script.Identity;
using Kinolux.Script.People;

namespace Kinolux.Cli.Commands.Script;

/// <summary>Which scenes a command shows, and how: what all that makes pictures of a script is asked alike.</summary>
internal sealed class SceneOptions
{
    public Option<string?> Scenes { get; } = new("--scenes") { Description = "Which scenes, counted from 1; all without it.", HelpName = "A-B" };

    public Option<string> Rate { get; } = new("--rate") { Description = "Frames a second: 24, 25, 30000/1001.", HelpName = "N", DefaultValueFactory = _ => "24" };

    public Option<string> Aspect { get; } = new("--aspect") { Description = "Width by height of the picture, 1.33 to 2.39.", HelpName = "N", DefaultValueFactory = _ => "1.85" };

    public void AddTo(Command command)
    {
        command.Add(Scenes);
        command.Add(Rate);
        command.Add(Aspect);
    }

    /// <summary>The scenes, their lines as long as their words let expect.</summary>
    /// <exception cref="FaultException">KX2021: an option is out of its range; KX1530, KX1531: there are no such scenes.</exception>
    public IReadOnlyList<CutScene> Read(CliContext context, ParseResult parsed, string source)
    {
        var (rate, back, range) = Values(parsed);
        return ScriptScenes.Of(ScriptFile.Read(source), range, ScriptIdentity.None, rate, back, cancel: context.Cancel);
    }

    /// <summary>The scenes, their lines as long as voices take to say them. Sentences are kept for the next time: what was not rewritten is not spoken again.</summary>
    /// <exception cref="FaultException">As <see cref="Read"/>; KX1580, KX1581: a voice failed.</exception>
    public (IReadOnlyList<CutScene> Scenes, SpokenScript Spoken) Spoken(CliContext context, ParseResult parsed, string source)
    {
        var ((rate, back, range), file) = (Values(parsed), ScriptFile.Read(source));
        var spoken = new SpokenScript(Path.Combine(context.OwnFolder, "voices"), Cast.Of(file.Script), rate, context.Cancel);
        return (ScriptScenes.Of(file, range, ScriptIdentity.None, rate, back, spoken.Frames, context.Cancel), spoken);
    }

    /// <summary>Frames a second.</summary>
    public Rational RateOf(ParseResult parsed) => Values(parsed).Rate;

    private (Rational Rate, FilmBack Back, (int, int)? Scenes) Values(ParseResult parsed)
    {
        if (!Rational.TryParse(parsed.GetValue(Rate), out var rate) || rate < new Rational(12, 1) || rate > new Rational(120, 1))
            throw Wrong("--rate", parsed.GetValue(Rate), "a number of frames a second from 12 to 120, such as 24 or 30000/1001");
        if (!double.TryParse(parsed.GetValue(Aspect), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var aspect) || aspect is < 1 or > 3)
            throw Wrong("--aspect", parsed.GetValue(Aspect), "width by height from 1 to 3, such as 1.85");
        (int, int)? range = null;
        if (parsed.GetValue(Scenes) is { } words)
            range = FrameRange.TryParse(words, out var read) ? (read.First, read.Last) : throw Wrong("--scenes", words, "scenes as they are counted from 1, such as 2-4");
        return (rate, new FilmBack(Sensor.Super35, aspect), range);
    }

    private static FaultException Wrong(string option, string? given, string wanted) => FaultException.Of("KX2021", ("option", option), ("given", given ?? ""), ("wanted", wanted));
}
