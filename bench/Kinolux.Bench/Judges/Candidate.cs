using Kinolux.Core.Kernels;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Bench.Judges;

/// <summary>What despeckle holds for possible dirt in a piece of film, and what it is in truth.</summary>
/// <param name="Hit">How many of its samples are damaged.</param>
/// <param name="Mask">How many samples would be repaired.</param>
/// <param name="MaskHit">How many of those are damaged.</param>
/// <param name="Learned">How surely the network takes it for dirt; where there is none or it is not asked, as the table.</param>
/// <param name="Draw">Draws its patch into <see cref="SpeckPatch.Length"/> values.</param>
internal readonly record struct Candidate(int Frame, SpeckExam Exam, int Hit, int Mask, int MaskHit, double Learned, Action<float[]> Draw)
{
    /// <summary>True where at least half of its samples are damaged.</summary>
    public bool IsDirt => Hit * 2 >= Exam.Speck.Pixels.Length;

    /// <summary>How surely the table takes it for dirt.</summary>
    public double Confidence => SpeckJudge.Confidence(Exam.Traits);

    /// <summary>Hands over every candidate, frame by frame; valid until the call returns.</summary>
    public static void Each(Material material, LearnedJudge? judge, Quality quality, RowRunner rows, Action<Candidate> take)
    {
        var stage = new Despeckle();
        material.Run(new Watched<DespeckleRun>(stage, scope => new DespeckleRun(scope, stage.Info, judge), (run, window) =>
        {
            var (exams, around, marks) = run.Examine(window);
            var truth = material.Masks[window.Number].Dirt;
            var low = run.LeastDifference(window.Number);
            var confidences = run.Judge(window.Current.Guide, exams, around, marks);
            for (var i = 0; i < exams.Count; i++)
            {
                var exam = exams[i];
                var mask = exam.Mask(low);
                take(new Candidate(window.Number, exam, exam.Speck.Pixels.Count(pixel => truth[pixel] != 0), mask.Count, mask.Count(pixel => truth[pixel] != 0), confidences[i],
                    values => SpeckPatch.Draw(window.Current.Guide, exam, around.Pair ?? throw new InvalidOperationException("A candidate needs two neighbours."), marks, values)));
            }
        }), quality, rows);
    }
}
