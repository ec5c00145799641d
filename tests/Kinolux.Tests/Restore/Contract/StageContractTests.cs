using Kinolux.Core.Frames;
using Kinolux.Restore.Stages;

namespace Kinolux.Tests.Restore.Contract;

/// <summary>What every restoration stage of the catalogue promises.</summary>
public sealed class StageContractTests
{
    private const int Frames = 14;
    private static readonly Lazy<ContractFilm> Gray = new(() => new ContractFilm(96, 72, PixelLayout.Gray, Frames));

    public static TheoryData<string> Stages => new(StageCatalog.All.Select(stage => stage.Info.Id));

    public static TheoryData<string, PixelLayout, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<string, PixelLayout, int, int>();
            foreach (var stage in StageCatalog.All)
                foreach (var (layout, width, height) in ((PixelLayout, int, int)[])[(PixelLayout.Gray, 16, 16), (PixelLayout.Yuv420, 67, 45), (PixelLayout.Yuv422, 35, 33), (PixelLayout.Yuv444, 33, 49), (PixelLayout.Rgb, 51, 37)])
                    shapes.Add(stage.Info.Id, layout, width, height);
            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Its_definition_is_complete(string id)
    {
        var stage = StageSettings.Find(id);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", id);
        Assert.NotEmpty(stage.Info.Title);
        Assert.EndsWith(".", stage.Info.Summary, StringComparison.Ordinal);
        Assert.True(stage.Info is { Version: >= 1, Before: >= 0, After: >= 0 });
        Assert.NotEmpty(stage.Info.Kinds);
        foreach (var option in OptionSchema.Of(stage).Options)
        {
            Assert.EndsWith(".", option.Description, StringComparison.Ordinal);
            Assert.True(option.Type == typeof(bool) || option.Values.Count > 1 || option is { Min: not null, Max: not null }, $"{id}.{option.Name} has no range.");
        }
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Zero_strength_leaves_every_sample_as_it_is(string id)
    {
        var stage = StageSettings.Find(id);
        var result = Gray.Value.Run(stage, stage.DefaultOptions with { Strength = 0 });
        for (var n = 0; n < Frames; n++)
            Assert.True(result[n].AsSpan().SequenceEqual(Gray.Value.Source(n)), $"frame {n} changed");
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void One_thread_and_many_give_the_same_bits(string id)
    {
        var stage = StageSettings.Find(id);
        AssertSame(Gray.Value.Run(stage, stage.DefaultOptions), Gray.Value.Run(stage, stage.DefaultOptions, threads: 5));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Chunked_and_whole_give_the_same_bits(string id)
    {
        var stage = StageSettings.Find(id);
        var whole = Gray.Value.Run(stage, stage.DefaultOptions);
        var chunked = Gray.Value.Run(stage, stage.DefaultOptions, last: 4).Concat(Gray.Value.Run(stage, stage.DefaultOptions, first: 5, last: 8)).Concat(Gray.Value.Run(stage, stage.DefaultOptions, first: 9)).ToList();
        AssertSame(whole, chunked);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_layout_and_odd_sizes_work_and_keep_their_format(string id, PixelLayout layout, int width, int height)
    {
        var stage = StageSettings.Find(id);
        var film = new ContractFilm(width, height, layout, 6);
        Assert.Equal(6, film.Run(stage, stage.DefaultOptions).Count);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_shot_of_one_frame_works(string id)
    {
        var stage = StageSettings.Find(id);
        Assert.Single(new ContractFilm(40, 30, PixelLayout.Yuv420, 1).Run(stage, stage.DefaultOptions));
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Every_quality_works(string id)
    {
        var stage = StageSettings.Find(id);
        foreach (var quality in (Quality[])[Quality.Fast, Quality.Best])
            Assert.Equal(3, Gray.Value.Run(stage, stage.DefaultOptions, last: 2, quality: quality).Count);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Cancelling_stops_it(string id)
    {
        var stage = StageSettings.Find(id);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => Gray.Value.Run(stage, stage.DefaultOptions, cancel: stop.Token));
    }

    private static void AssertSame(List<byte[]> expected, List<byte[]> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var n = 0; n < expected.Count; n++)
            Assert.True(actual[n].AsSpan().SequenceEqual(expected[n]), $"frame {n} differs");
    }
}
