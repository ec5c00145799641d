using Kinolux.Core.Files;

namespace Kinolux.Tests.Core.Files;

public sealed class SealedLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("lines.jsonl");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lines_come_back_as_they_were_written()
    {
        foreach (var lines in (string[][])[["{}", "größer"], [""], []])
        {
            SealedLines.Write(Path, lines);
            Assert.Equal(lines, SealedLines.TryRead(Path, out var isDamaged));
            Assert.False(isDamaged);
        }
        Assert.Null(SealedLines.TryRead(_folder.File("none"), out var isMissing));
        Assert.False(isMissing);
    }

    [Fact]
    public void Any_damage_is_seen()
    {
        SealedLines.Write(Path, ["{\"frames\":\"0-47\"}", "{\"kind\":\"dirt\"}"]);
        var whole = File.ReadAllBytes(Path);
        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = (byte[])whole.Clone();
            flipped[at] ^= 0x20;
            AssertDamaged(flipped);
            AssertDamaged(whole[..at]);
        }
        AssertDamaged([.. whole, (byte)'\n']);
        for (var seed = 0; seed < 60; seed++)
            if (new ByteDamage(seed).Of(whole) is var damaged && !damaged.AsSpan().SequenceEqual(whole))
                AssertDamaged(damaged);
    }

    [Fact]
    public void A_pipe_in_its_place_ends_nothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo");
        Kinolux.Core.Processes.Tool.Run("mkfifo", [Path]);
        Assert.Null(SealedLines.TryRead(Path, out var isDamaged));
        Assert.True(isDamaged);
        Assert.Throws<IOException>(() => WholeFile.Text(Path));
        Assert.False(WholeFile.Has(Path, "0"));
    }

    [Fact]
    public void A_file_is_read_no_further_than_is_said()
    {
        using (var sparse = File.Create(Path))
            sparse.SetLength(WholeFile.Most + 1);
        Assert.Throws<IOException>(() => WholeFile.Read(Path));
        Assert.Null(SealedLines.TryRead(Path, out _));
    }

    private void AssertDamaged(byte[] bytes)
    {
        File.WriteAllBytes(Path, bytes);
        Assert.Null(SealedLines.TryRead(Path, out var isDamaged));
        Assert.True(isDamaged);
    }
}
