using Kinolux.Core.Review;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Evaluation;

namespace Kinolux.Bench.Restore;

/// <summary>One kind of damage, the stage that repairs it, and the peers.</summary>
/// <param name="Stage">Null for all that is on by default, at the default quality.</param>
/// <param name="Quoted">Peers that do not run here, in the figures that were measured elsewhere on damage of the same strength.</param>
/// <param name="Measures">The columns: a name and how it is read off a score.</param>
/// <param name="Policy">By which proposals are decided on; null for the standard one.</param>
/// <param name="Crop">A filter that prepares the clean clip; null for the clip as it is.</param>
internal sealed record Trial(
    string Name, DamageKinds Damage, string? Stage, IReadOnlyList<string> Settings, IReadOnlyList<Peer> Peers, IReadOnlyList<string> Quoted,
    IReadOnlyList<(string Name, Func<FilmScore, double> Of)> Measures, string Goal, string? Crop = null, Policy? Policy = null)
{
    private static readonly (string, Func<FilmScore, double>) Psnr = ("dB", score => score.Psnr);
    private static readonly (string, Func<FilmScore, double>) Altered = ("altered %", score => 100 * score.Altered);
    private static readonly (string, Func<FilmScore, double>) AfterFit = ("dB after fit", score => score.AfterFit);

    // What the damage is is known here, so that nothing waits for a person.
    private static Policy EveryLostFrame { get; } = new("every frame that looks lost", [new PolicyRule("*", 0.3, Verdict.Accept)]);

    /// <summary>The trials in pipeline order.</summary>
    public static IReadOnlyList<Trial> All { get; } =
    [
        new("weave", DamageKinds.Weave, "stabilise", [],
            [new("ffmpeg vidstab", "vidstabtransform=input={trf}:smoothing=15:optzoom=0:interpol=bicubic", "vidstabdetect=result={trf}"), new("ffmpeg deshake", "deshake")], [],
            [("px left", score => score.Jitter), Psnr], "0.15 px where the camera stands or is driven"),
        new("flicker, global", DamageKinds.GlobalFlicker, "deflicker", [],
            [new("ffmpeg deflicker", "deflicker=size=10:mode=pm"), Peer.Cv("mean/deviation window", "window")], [],
            [AfterFit, ("index", score => score.FlickerIndex), Psnr], "45 dB after fit, index 1"),
        new("flicker, local", DamageKinds.LocalFlicker, "deflicker", [],
            [new("ffmpeg deflicker", "deflicker=size=10:mode=pm"), Peer.Cv("mean/deviation window", "window")], [],
            [AfterFit, ("index", score => score.LocalFlickerIndex), Psnr], "37 dB after fit, index 4"),
        new("dirt", DamageKinds.Dirt, "despeckle", [],
            [new("ffmpeg removegrain", "removegrain=4"), new("ffmpeg median", "median=2"), new("ffmpeg atadenoise", "atadenoise"), Peer.Cv("SROD", "srod"), Peer.Cv("fill of the true mask", "fill")],
            ["MVTools SpotLess | 28 | 38.0 dB, 1.2 altered %, P 0.46 R 0.95"], [Psnr, Altered], "43 dB, altered 0.3 %, F1 0.93"),
        new("scratches", DamageKinds.Scratches, "scratches", [],
            [new("ffmpeg median", "median=radius=1:radiusV=0"), new("ffmpeg removegrain", "removegrain=4"), Peer.Cv("Telea on the true mask", "telea")],
            ["DeScratch | 3 | 43.9 dB, P 0.75 R 0.34"], [Psnr, Altered], "45 dB, R 0.8 at P 0.8"),
        new("stains", DamageKinds.Stains, "stains", [],
            [new("ffmpeg atadenoise", "atadenoise")], [], [Psnr, Altered], "better than it was"),
        new("missing frames", DamageKinds.Missing, "missing-frames", [],
            [new("ffmpeg minterpolate", "select='{kept}',minterpolate=fps={rate}:mi_mode=mci:mc_mode=aobmc:me_mode=bidir:vsbmc=1,tpad=stop_mode=clone:stop=9,trim=end_frame={count}"), Peer.Cv("DIS both ways", "between")],
            [], [("dB of lost frames", score => score.LostFrames ?? 0)], "35 dB, F1 0.95", Policy: EveryLostFrame),
        new("noise, sigma 20", DamageKinds.WhiteNoise, "degrain", ["degrain.strength=1"],
            [new("ffmpeg nlmeans", "nlmeans=s=12:p=7:r=15"), new("ffmpeg hqdn3d", "hqdn3d=8:8:12:12"), new("ffmpeg bm3d", "bm3d=sigma=20:group=16:range=19:thmse=100000"), new("ffmpeg vaguedenoiser", "vaguedenoiser=threshold=12"), Peer.Cv("NLM over 5 frames", "nlm")],
            ["VBM3D (C++) | 260 | 33.2 dB", "MVTools | 9 | 29.2 dB"], [Psnr], "32 dB at 100 ms", "format=gray,crop=288:192:144:66"),
        new("none", DamageKinds.None, null, [], [], [], [Psnr, Altered], "45 dB, altered 0.1 %"),
    ];
}
