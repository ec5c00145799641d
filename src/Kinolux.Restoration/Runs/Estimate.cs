namespace Kinolux.Restoration.Runs;

/// <summary>What restoring a film will take, as a trial of some of its frames has it.</summary>
/// <param name="Least">Seconds.</param>
/// <param name="Most">Seconds.</param>
/// <param name="WorkBytes">What the work folder will hold when the film is done.</param>
/// <param name="OutputBytes">What the output will take.</param>
/// <param name="Tried">Frames that were restored to know it.</param>
public sealed record Estimate(double Least, double Most, long WorkBytes, long OutputBytes, int Tried)
{
    // What a film's parts, and other work on the machine, differ by.
    private const double Doubt = 1.5;

    /// <param name="frames">Frames to restore.</param>
    /// <param name="surveyed">True where the first pass is done.</param>
    public static Estimate Of(Trial trial, long frames, bool surveyed)
    {
        var seconds = trial.Start + frames * ((surveyed ? 0 : trial.Survey) + trial.Restore + trial.Deliver);
        return new Estimate(seconds / Doubt, seconds * Doubt, (long)(frames * trial.WorkBytes), (long)(frames * trial.OutputBytes), trial.Frames);
    }
}
