using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Damage;

/// <summary>
/// Damages a clean film frame by frame, in the order in which it happens to a film: grain is in the emulsion; stains, scratches and dirt come onto it; the gate moves
/// picture and dirt together; the lamp flickers on what passes; frames lost in the end are lost with all that. Any frame can be made alone, but a repeated one, which needs the damaged frame before it.
/// </summary>
public sealed class Degrader(FrameFormat format, int frames, DamageOptions options, FramePool pool, RowRunner rows)
{
    public DamageOptions Options { get; } = options;

    public FrameFormat Format { get; } = format;

    public FrameDamage Plan(int frame) => FrameDamage.Plan(frame, frames, Format.Width, Format.Height, Options);

    /// <summary>The damaged frame, which the caller disposes.</summary>
    /// <param name="damage">From <see cref="Plan"/>.</param>
    /// <param name="before">The damaged frame before it; needed where the loss is <see cref="FrameLoss.Repeated"/>.</param>
    /// <param name="masks">Takes what changed visibly; nothing on lost frames.</param>
    /// <exception cref="ArgumentNullException">A repeated frame without the one before it.</exception>
    public Frame Apply(FrameDamage damage, Frame clean, Frame? before, DamageMasks? masks = null)
    {
        masks?.Clear();
        switch (damage.Loss)
        {
            case FrameLoss.Repeated:
                ArgumentNullException.ThrowIfNull(before);
                return before.Share();
            case FrameLoss.Black:
                return Black();
            case FrameLoss.Destroyed:
                masks = null;
                break;
        }
        var film = pool.Copy(clean);
        DamageFilm(film, damage, masks);
        if (damage.Weave != default)
        {
            var moved = pool.Rent(Format);
            Gate.Move(film, moved, damage.Weave, rows);
            film.Dispose();
            film = moved;
        }
        if (damage.Flicker is { } flicker)
            Exposure.Apply(film, flicker, rows);
        return film;
    }

    private void DamageFilm(Frame film, FrameDamage damage, DamageMasks? masks)
    {
        if (damage.GrainSigma > 0)
            NoiseField.AddGrain(film, damage.GrainSigma, Options.Seed, damage.Frame, rows);
        if (damage.WhiteSigma > 0)
            NoiseField.AddWhite(film, damage.WhiteSigma, Options.Seed, damage.Frame, rows);
        var surface = new FilmSurface(film);
        Lay(damage.Stains, surface.Draw, masks?.Stains);
        Lay(damage.Scratches, surface.Draw, masks?.Scratches);
        Lay(damage.Dirt, surface.Draw, masks?.Dirt);
        if (damage.Loss == FrameLoss.Destroyed)
            foreach (var patch in LossModel.Ruin(damage.Frame, Format.Width, Format.Height, Options))
                surface.Draw(patch);

        void Lay<T>(IReadOnlyList<T> pieces, Action<T> draw, byte[]? mask)
        {
            if (mask is not null)
                masks?.Remember(film.Guide);
            foreach (var piece in pieces)
                draw(piece);
            if (mask is not null)
                masks?.Mark(film.Guide, mask);
        }
    }

    private Frame Black()
    {
        var black = pool.Rent(Format);
        for (var i = 0; i < Format.PlaneCount; i++)
            black.Planes[i].Fill(i > 0 && Format.HasChroma ? Format.NeutralChroma : (ushort)(Format.IsRgb ? 0 : 16 * 257));
        return black;
    }
}
