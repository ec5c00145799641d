using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restoration.Verify;
using Kinolux.Restore.Stages;
using Kinolux.Work;

namespace Kinolux.Tests.Restoration;

/// <summary>What a work folder keeps, damaged between two runs: the second makes it again, says so, and ends in the same film.</summary>
[Trait("Category", "Slow")]
public sealed class KeptPieceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public KeptPieceTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        DirtyFilm.Write(_folder.File("film.mkv"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("chunks", "*.mkv", "the chunk of frames")]
    [InlineData("chunks", "*.jsonl", "the chunk of frames")]
    [InlineData("survey", "survey.bin", "the survey")]
    [InlineData("survey", "index.jsonl", "the survey")]
    public void A_damaged_piece_is_made_again_and_told(string folder, string pattern, string told)
    {
        Run();
        var whole = Hashes();
        foreach (var damage in (Func<byte[], byte[]>[])[Flip, bytes => [], bytes => bytes[..(bytes.Length / 2)], bytes => [.. bytes, 0]])
        {
            var file = Directory.GetFiles(_folder.File($"out.mkv.kinolux/{folder}"), pattern).Order(StringComparer.Ordinal).First();
            File.WriteAllBytes(file, damage(File.ReadAllBytes(file)));
            var outcome = Run();
            Assert.Contains(outcome.Notes, note => note.StartsWith(told, StringComparison.Ordinal) && note.Contains("made again", StringComparison.Ordinal));
            Assert.Equal(whole, Hashes());
            Assert.DoesNotContain(Run().Notes, note => note.Contains("made again", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_chunk_whose_film_is_gone_is_made_again()
    {
        Run();
        var whole = Hashes();
        foreach (var film in Directory.GetFiles(_folder.File("out.mkv.kinolux/chunks"), "*.mkv"))
            File.Delete(film);
        Assert.Equal(2, Run().ChunksMade);
        Assert.Equal(whole, Hashes());
    }

    [Theory]
    [InlineData("*.jsonl")]
    [InlineData("*.masks")]
    [InlineData("hashes")]
    public void Damaged_proposals_are_refused_where_they_are_read_and_made_again_by_a_run(string pattern)
    {
        Run();
        var before = Proposals();
        var folder = _folder.File("out.mkv.kinolux/proposals");
        var file = Directory.GetFiles(folder, pattern).MaxBy(path => new FileInfo(path).Length) ?? "";
        File.WriteAllBytes(file, Flip(File.ReadAllBytes(file)));
        Assert.Equal("KX2402", Assert.Throws<Kinolux.Core.Faults.FaultException>(Proposals).Fault.Code);
        Assert.Equal(0, Run().ChunksMade);
        Assert.Equal(before, Proposals());
    }

    [Fact]
    public void A_kept_original_that_was_damaged_is_not_given_back()
    {
        Run(request => request with { KeepOriginal = true });
        var kept = _folder.File("out.mkv.kinolux/deliveries/out.mkv.original.mkv");
        var bytes = File.ReadAllBytes(kept);
        bytes[^40] ^= 1;
        File.WriteAllBytes(kept, bytes);
        File.Delete(_folder.File("film.mkv"));
        var fault = Assert.Throws<Kinolux.Core.Faults.FaultException>(() => new Verification(TimeProvider.System).Run(new VerifyRequest { Output = _folder.File("out.mkv"), RestoreOriginal = _folder.File("film.mkv") }));
        Assert.Equal("KX4108", fault.Fault.Code);
    }

    [Fact]
    public void A_record_that_was_damaged_proves_nothing()
    {
        Run();
        var record = _folder.File("out.mkv.kinolux/deliveries/out.mkv.json");
        var text = File.ReadAllText(record);
        // Another checksum of a frame, as well formed as the first.
        var at = text.IndexOf("\"sent\":[\"", StringComparison.Ordinal) + 9;
        File.WriteAllText(record, text[..at] + (text[at] == 'a' ? 'b' : 'a') + text[(at + 1)..]);
        Assert.Equal("KX2406", Assert.Throws<Kinolux.Core.Faults.FaultException>(() => new Verification(TimeProvider.System).Run(new VerifyRequest { Output = _folder.File("out.mkv") })).Fault.Code);
    }

    private List<string> Proposals()
    {
        using var work = FilmWork.Open(_folder.File("out.mkv"));
        return [.. work.Proposals.Read(masks: true).Select(item => $"{item.Group.Name} {item.Decided.Proposal.Id} {item.Decided.Verdict}")];
    }

    private RestoreOutcome Run(Func<RestoreRequest, RestoreRequest>? change = null)
    {
        var output = _folder.File("out.mkv");
        var request = new RestoreRequest { Film = _folder.File("film.mkv"), Output = output, Work = WorkFolder.For(output), Quality = Quality.Fast, Only = ["despeckle"], Overwrite = true };
        return new RestorationRun(TimeProvider.System).Run(change is null ? request : change(request));
    }

    private List<string> Hashes() => [.. FrameIndex.Read(Film.Open(_folder.File("out.mkv"))).Select(checksum => checksum.Md5)];

    // In the middle, where no header is.
    private static byte[] Flip(byte[] bytes)
    {
        var flipped = (byte[])bytes.Clone();
        flipped[bytes.Length * 6 / 10] ^= 0x01;
        return flipped;
    }
}
