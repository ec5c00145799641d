using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Media;

namespace Kinolux.Restore.Damage;

/// <summary>Damages a film file: reads, damages and writes frame by frame, in memory that does not grow with the film. Sound is copied.</summary>
public static class FilmDegrader
{
    /// <param name="truth">The folder that takes <c>truth.json</c> and the masks; null for none.</param>
    /// <exception cref="Core.Faults.FaultException">The film cannot be read, or an output not be written.</exception>
    public static void Run(
        FilmInfo film, string output, DamageOptions options, string? truth, bool overwrite, RowRunner rows, ProgressMeter meter, CancellationToken cancel = default)
    {
        var pool = new FramePool();
        var degrader = new Degrader(film.Format, film.FrameCount, options, pool, rows);
        using var writer = new FilmWriter(output, FilmTarget.Like(film), overwrite, cancel: cancel);
        using var record = truth is null ? null : new TruthWriter(truth, options, film.Format, overwrite);
        using var reader = new FilmReader(film, null, pool, cancel: cancel);
        Frame? before = null;
        try
        {
            for (var number = 0; reader.Read() is { } clean; number++)
            {
                cancel.ThrowIfCancellationRequested();
                using var hold = clean;
                var plan = degrader.Plan(number);
                var damaged = degrader.Apply(plan, clean, before, record?.Masks);
                before?.Dispose();
                before = damaged;
                writer.Write(damaged);
                record?.Add(plan);
                meter.Step();
            }
        }
        finally
        {
            before?.Dispose();
        }
        writer.Complete();
        record?.Complete();
    }
}
