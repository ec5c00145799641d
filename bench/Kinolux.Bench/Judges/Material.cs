using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Demo;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Bench.Judges;

/// <summary>A piece of film, damaged in a known way or not at all, that a judge learns from or is held to.</summary>
/// <param name="Name">Of the film, without the damage.</param>
/// <param name="Damage">Null for the film as it is.</param>
internal sealed record Material(string Name, FrameFormat Format, Frame[] Clean, DamageOptions? Damage) : IDisposable
{
    private static readonly FramePool Pool = new();

    public Frame[] Frames { get; private init; } = Clean;

    /// <summary>For each frame what was damaged visibly.</summary>
    public DamageMasks[] Masks { get; private init; } = [.. Clean.Select(_ => new DamageMasks(Format.Width, Format.Height))];

    /// <summary>The shots of the demo film that hold glitter, snow and sparks: name and first frame.</summary>
    public static IReadOnlyList<(string Name, int First)> Demo { get; } = [("lake", 20), ("snow", 84), ("fire", 166)];

    /// <param name="film">A film's file, or one of <see cref="Demo"/>.</param>
    public static Material Read(string film, int first, int count, RowRunner rows)
    {
        if (Demo.FirstOrDefault(shot => shot.Name == film) is { Name: not null } drawn)
            return new Material(film, DemoFilm.Format, [.. Enumerable.Range(drawn.First, count).Select(number => DemoFilm.Render(number, Pool, rows))], null);
        var info = Film.Open(film);
        first = Math.Clamp(first, 0, Math.Max(0, info.FrameCount - count));
        using var reader = new FilmReader(info, new FrameRange(first, Math.Min(info.FrameCount, first + count) - 1), Pool);
        var frames = new List<Frame>();
        while (reader.Read() is { } frame)
            frames.Add(frame);
        return new Material(Path.GetFileNameWithoutExtension(film).Split('_')[0], info.Format, [.. frames], null);
    }

    public Material With(DamageOptions damage, RowRunner rows)
    {
        var degrader = new Degrader(Format, Clean.Length, damage, Pool, rows);
        var masks = Clean.Select(_ => new DamageMasks(Format.Width, Format.Height)).ToArray();
        return this with { Damage = damage, Masks = masks, Frames = [.. Clean.Select((frame, i) => degrader.Apply(degrader.Plan(i), frame, null, masks[i]))] };
    }

    /// <summary>Puts the frames through one stage, as one shot.</summary>
    public void Run(IRestorationStage stage, Quality quality, RowRunner rows)
    {
        using var meter = new FrameMeter(rows);
        var survey = new ShotSurvey(new Shot(1, new FrameRange(0, Frames.Length - 1)), Format, [.. Frames.Select(meter.Measure)]);
        using var chain = new StageChain(survey, n => Frames[n].Share(), [new StagePlan(stage, stage.DefaultOptions, [], [])], quality, Pool, rows, (_, proposal) => new Decided(proposal, Verdict.Wait, "bench"));
        for (var n = 0; n < Frames.Length; n++)
            chain.Get(n).Dispose();
    }

    public void Dispose()
    {
        foreach (var frame in Frames)
            frame.Dispose();
    }
}
