using Kinolux.Core.Faults;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;

namespace Kinolux.Tests.Models;

/// <summary>Damaged models: each is run or refused with a code, and the process lives. <c>./dev bench fuzz N</c> tries N of every kind.</summary>
[Trait("Category", "Slow")]
public sealed class OnnxFuzzTests
{
    [Fact]
    public void A_damaged_model_runs_or_is_refused_with_a_code()
    {
        var runtime = TestModels.Runtime;
        foreach (var (card, whole) in new[] { TestModels.Mean(), TestModels.Deep(4) })
            for (var seed = 0; seed < Effort.Of("KINOLUX_FUZZ", 300); seed++)
                Try(runtime, card, new ByteDamage(seed).Of(whole), seed);
    }

    [Fact]
    public void A_model_cut_off_anywhere_runs_or_is_refused_with_a_code()
    {
        var runtime = TestModels.Runtime;
        var (card, whole) = TestModels.Mean();
        for (var length = 0; length < whole.Length; length++)
            Try(runtime, card, whole[..length], length);
    }

    private static void Try(OnnxRuntime runtime, ModelCard card, byte[] model, int seed)
    {
        try
        {
            using var session = runtime.Open(model, "damaged");
            if (CardFit.Problem(card, session) is null)
                OnnxRuntimeTests.Run(session, new float[16 * 12], 16, 12);
        }
        catch (FaultException fault)
        {
            Assert.True(fault.Fault.Code is "KX1801" or "KX5801", $"seed {seed}: {fault.Fault}");
        }
    }
}
