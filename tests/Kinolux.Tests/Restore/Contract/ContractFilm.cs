using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;
using Kinolux.Tests.Restore.Damage;

namespace Kinolux.Tests.Restore.Contract;

/// <summary>One shot of film with every damage on it, measured by the real first pass, and stages run over it.</summary>
internal sealed class ContractFilm
{
    private readonly FramePool _pool = new();
    private readonly Frame[] _frames;

    public ContractFilm(int width, int height, PixelLayout layout, int count)
    {
        var clean = Enumerable.Range(0, count).Select(n => CleanPictures.Make(_pool, width, height, layout, phase: n * 2)).ToArray();
        var degrader = new Degrader(clean[0].Format, count, new DamageOptions(DamageWords.Everything, 1, Seed: 7), _pool, RowRunner.Serial);
        _frames = new Frame[count];
        for (var n = 0; n < count; n++)
            _frames[n] = degrader.Apply(degrader.Plan(n), clean[n], n > 0 ? _frames[n - 1] : null);
        Survey = Measure();
    }

    public FrameFormat Format => _frames[0].Format;

    public int Count => _frames.Length;

    public ShotSurvey Survey { get; }

    /// <summary>The samples of a frame as it came in.</summary>
    public byte[] Source(int number) => CleanPictures.Samples(_frames[number]);

    /// <summary>The samples of frames <paramref name="first"/> to <paramref name="last"/> after a stage, all of whose proposals are accepted.</summary>
    public List<byte[]> Run(IRestorationStage stage, StageOptions options, int threads = 1, int first = 0, int? last = null, Quality quality = Quality.Balanced, CancellationToken cancel = default)
    {
        var planned = stage.Plan(Survey, options, quality).Concat(_findings.Where(finding => stage.Info.Repairs(finding.Kind))).Select(Accepted).ToList();
        var pool = new FramePool();
        using var chain = new StageChain(
            Survey, n => _frames[n].Share(), [new StagePlan(stage, options, planned, [])], quality, pool, new RowRunner(threads, cancel), (_, proposal) => Accepted(proposal), cancel);
        var result = new List<byte[]>();
        for (var n = first; n <= (last ?? Count - 1); n++)
        {
            using var frame = chain.Get(n);
            Assert.Equal(Format, frame.Format);
            result.Add(CleanPictures.Samples(frame));
        }
        return result;
    }

    private IReadOnlyList<Proposal> _findings = [];

    private static Decided Accepted(Proposal proposal) => new(proposal, Verdict.Accept, "test");

    private ShotSurvey Measure()
    {
        using var folder = new TemporaryFolder();
        using var source = new FramesInOrder(_frames);
        var survey = FilmSurveyor.Run(source, folder.File("survey"), () => "contract", RowRunner.Serial);
        _findings = survey.Findings;
        var shot = new Shot(1, new FrameRange(0, Count - 1));
        return new ShotSurvey(shot, Format, survey.Frames);
    }

    private sealed class FramesInOrder(Frame[] frames) : IFrameSource
    {
        private int _next;

        public FrameFormat Format => frames[0].Format;

        public Frame? Read() => _next < frames.Length ? frames[_next++].Share() : null;

        public void Dispose()
        {
        }
    }
}
