using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore;

public sealed class OptionSchemaTests
{
    private static readonly OptionSchema Schema = OptionSchema.Of(new Example());
    private static readonly ExampleOptions Defaults = new();

    [Fact]
    public void Options_are_read_off_the_record_own_ones_first()
    {
        Assert.Equal(["max-size", "amount", "border", "chroma", "strength"], Schema.Options.Select(option => option.Name));
        Assert.Equal(["1 to 64", "any", "fill, keep-it", "true, false", "0 to 1"], Schema.Options.Select(option => option.RangeText));
        Assert.Equal(["24", "0.5", "keep-it", "true", "1"], Schema.Options.Select(option => option.DefaultText));
    }

    [Fact]
    public void A_text_sets_one_option_and_leaves_the_rest()
    {
        Assert.Equal(Defaults with { MaxSize = 12 }, Schema.Set(Defaults, "max-size", "12"));
        Assert.Equal(Defaults with { Amount = -0.25 }, Schema.Set(Defaults, "amount", "-2.5e-1"));
        Assert.Equal(Defaults with { Border = Border.Fill }, Schema.Set(Defaults, "border", "fill"));
        Assert.Equal(Defaults with { Chroma = false }, Schema.Set(Defaults, "chroma", "false"));
        Assert.Equal(new ExampleOptions(), Defaults);
    }

    [Theory]
    [InlineData("KX2011", "maxsize", "3", "did you mean max-size?")]
    [InlineData("KX2012", "max-size", "65", "1 to 64")]
    [InlineData("KX2012", "max-size", "0", "1 to 64")]
    [InlineData("KX2012", "strength", "1.01", "0 to 1")]
    [InlineData("KX2013", "max-size", "24.5", "whole number")]
    [InlineData("KX2013", "amount", "0,5", "number")]
    [InlineData("KX2013", "amount", "NaN", "number")]
    [InlineData("KX2013", "border", "keepit", "did you mean keep-it?")]
    [InlineData("KX2013", "border", "1", "choice")]
    [InlineData("KX2013", "chroma", "maybe", "on or off")]
    public void What_cannot_be_is_a_coded_fault(string code, string option, string value, string says)
    {
        var fault = Assert.Throws<FaultException>(() => Schema.Set(Defaults, option, value)).Fault;
        Assert.Equal((code, 2), (fault.Code, fault.ExitCode));
        Assert.Contains(says, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Prop.ForAll<int, double, bool>((size, amount, chroma) =>
        {
            var options = new ExampleOptions { MaxSize = Math.Abs(size % 64) + 1, Amount = double.IsFinite(amount) ? amount : 0, Chroma = chroma, Border = (Border)(size & 1) };
            return Schema.Read(JsonNode.Parse(Schema.Write(options).ToJsonString())!.AsObject()).Equals(options);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_sets_an_option_or_is_a_fault() =>
        Prop.ForAll<string, int>((text, which) =>
        {
            try
            {
                Schema.Set(Defaults, Schema.Options[Math.Abs(which % 5)].Name, text ?? "");
                return true;
            }
            catch (FaultException)
            {
                return true;
            }
        }).QuickCheckThrowOnFailure();

    private enum Border
    {
        Fill,
        KeepIt,
    }

    private sealed record ExampleOptions : StageOptions
    {
        [Range(1, 64)]
        [Description("The largest spot.")]
        public int MaxSize { get; init; } = 24;

        [Description("An amount.")]
        public double Amount { get; init; } = 0.5;

        [Description("What to do at the border.")]
        public Border Border { get; init; } = Border.KeepIt;

        [Description("Whether chroma is worked on.")]
        public bool Chroma { get; init; } = true;
    }

    private sealed class Example : IRestorationStage
    {
        public StageInfo Info { get; } = new("example", "Example", "An example.", 1, 0, 0, [new("example", "Test", Kinolux.Core.Review.Tone.Plain)]);

        public StageOptions DefaultOptions { get; } = new ExampleOptions();

        public IReadOnlyList<Proposal> Plan(ShotSurvey shot, StageOptions options, Quality quality) => [];

        public IStageRun Begin(StageScope scope) => throw new NotSupportedException();
    }
}
