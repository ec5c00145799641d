using Kinolux.Restore.Damage;
using Kinolux.Restore.Evaluation;

namespace Kinolux.Bench.Restore;

/// <summary>One kind of damage, the stage that repairs it, and the peers.</summary>
/// <param name="Measures">The columns: a name and how it is read off a score.</param>
/// <param name="Crop">A filter that prepares the clean clip; null for the clip as it is.</param>
internal sealed record Trial(
    string Name, DamageKinds Damage, string Stage, IReadOnlyList<string> Settings, IReadOnlyList<Peer> Peers,
    IReadOnlyList<(string Name, Func<FilmScore, double> Of)> Measures, string Goal, string? Crop = null)
{
    private static readonly (string, Func<FilmScore, double>) Psnr = ("dB", score => score.Psnr);
    private static readonly (string, Func<FilmScore, double>) Altered = ("altered %", score => 100 * score.Altered);
    private static readonly (string, Func<FilmScore, double>) AfterFit = ("dB after fit", score => score.AfterFit);

    /// <summary>The trials in pipeline order.</summary>
    public static IReadOnlyList<Trial> All { get; } =
    [
        new("weave", DamageKinds.Weave, "stabilise", [],
            [new("vidstab", "vidstabtransform=input={trf}:smoothing=15:optzoom=0:interpol=bicubic", "vidstabdetect=result={trf}"), new("deshake", "deshake")],
            [("px left", score => score.Jitter), Psnr], "0.15 px"),
        new("flicker, global", DamageKinds.GlobalFlicker, "deflicker", [],
            [new("deflicker", "deflicker=size=10:mode=pm")], [AfterFit, ("index", score => score.FlickerIndex), Psnr], "45 dB after fit, index 1"),
        new("flicker, local", DamageKinds.LocalFlicker, "deflicker", [],
            [new("deflicker", "deflicker=size=10:mode=pm")], [AfterFit, ("index", score => score.LocalFlickerIndex), Psnr], "37 dB after fit, index 4"),
        new("dirt", DamageKinds.Dirt, "despeckle", [],
            [new("removegrain", "removegrain=4"), new("median", "median=2"), new("atadenoise", "atadenoise")], [Psnr, Altered], "43 dB, altered 0.3 %"),
        new("scratches", DamageKinds.Scratches, "scratches", [],
            [new("median", "median=radius=1:radiusV=0"), new("removegrain", "removegrain=4")], [Psnr, Altered], "45 dB"),
        new("stains", DamageKinds.Stains, "stains", [],
            [new("atadenoise", "atadenoise")], [Psnr, Altered], "better than it was"),
        new("missing frames", DamageKinds.Missing, "missing-frames", [],
            [], [("dB of lost frames", score => score.LostFrames ?? 0)], "35 dB"),
        new("noise, sigma 20", DamageKinds.WhiteNoise, "degrain", ["degrain.strength=1"],
            [new("nlmeans", "nlmeans=s=12:p=7:r=15"), new("hqdn3d", "hqdn3d=8:8:12:12"), new("bm3d", "bm3d=sigma=20:group=16:range=19:thmse=100000"), new("vaguedenoiser", "vaguedenoiser=threshold=12")],
            [Psnr], "32 dB", "format=gray,crop=288:192:144:66"),
    ];
}
