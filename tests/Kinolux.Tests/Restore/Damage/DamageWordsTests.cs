using Kinolux.Core.Faults;
using Kinolux.Restore.Damage;

namespace Kinolux.Tests.Restore.Damage;

public sealed class DamageWordsTests
{
    [Fact]
    public void Every_word_reads_back() =>
        Assert.All(DamageWords.All, word => Assert.Equal([word], DamageWords.Of(DamageWords.Parse(word))));

    [Fact]
    public void Flicker_means_global_and_local() =>
        Assert.Equal(DamageKinds.GlobalFlicker | DamageKinds.LocalFlicker | DamageKinds.Dirt, DamageWords.Parse("dirt, flicker"));

    [Fact]
    public void An_unknown_word_is_a_fault() =>
        Assert.Equal("KX2701", Assert.Throws<FaultException>(() => DamageWords.Parse("dirt,rust")).Fault.Code);
}
