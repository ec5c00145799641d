using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media.Outputs;

/// <summary>
/// What is taken over from the source beside the picture. Every sound track goes along untouched; where a container refuses its form, lossless sound is
/// repacked losslessly (PCM as FLAC in MP4, FLAC as PCM in QuickTime) and lossy sound is a fault, for it could only be kept worse.
/// </summary>
internal sealed record CopiedStreams(IReadOnlyList<string> Options, IReadOnlyList<FilmFinding> Findings)
{
    private static readonly HashSet<string> Mp4Sound = ["aac", "mp3", "mp2", "ac3", "eac3", "opus", "alac", "flac", "dts", "vorbis"];
    private static readonly HashSet<string> QuickTimeSound = ["aac", "mp3", "ac3", "eac3", "alac", "amr_nb", "qdm2", "qdmc", "adpcm_ima_qt", "pcm_alaw", "pcm_mulaw", "pcm_u8", "pcm_s8", "pcm_s16le", "pcm_s16be", "pcm_s24le", "pcm_s24be", "pcm_s32le", "pcm_s32be", "pcm_f32le", "pcm_f32be", "pcm_f64le", "pcm_f64be"];
    private static readonly HashSet<string> Lossless = ["flac", "alac", "wavpack", "tta", "truehd", "mlp", "ape", "shorten"];
    private static readonly HashSet<string> TextSubtitles = ["subrip", "ass", "ssa", "webvtt", "mov_text", "text"];

    /// <exception cref="FaultException">KX1206: a sound track cannot be kept.</exception>
    public static CopiedStreams From(FilmInfo film, OutputKind kind, string output)
    {
        List<string> options = [];
        List<FilmFinding> findings = [];
        var sound = 0;
        foreach (var track in film.Sound)
        {
            var codec = SoundCodec(track, kind) ?? throw FaultException.Of("KX1206", ("output", output), ("track", Word(track.Index)), ("codec", track.Codec));
            options.AddRange("-map", "1:" + Word(track.Index), "-c:a:" + Word(sound++), codec);
            if (codec != "copy")
                findings.Add(new FilmFinding("sound-repacked", $"sound track {Word(track.Index)} ({track.Codec}) is stored as {codec}: the same samples"));
        }
        var subtitle = 0;
        foreach (var track in film.Streams.Where(stream => stream.Kind == "subtitle"))
            if (SubtitleCodec(track.Codec, kind) is { } codec)
                options.AddRange("-map", "1:" + Word(track.Index), "-c:s:" + Word(subtitle++), codec);
            else
                findings.Add(new FilmFinding("left-out", $"subtitles {Word(track.Index)} ({track.Codec}) do not fit into this kind of file"));
        if (kind == OutputKind.Matroska)
            options.AddRange("-map", "1:t?", "-c:t", "copy");
        options.AddRange("-map_metadata", "1", "-map_chapters", "1");
        return new CopiedStreams(options, findings);
    }

    private static string? SoundCodec(FilmStream track, OutputKind kind)
    {
        var isPcm = track.Codec.StartsWith("pcm_", StringComparison.Ordinal);
        var lossless = Lossless.Contains(track.Codec) || (isPcm && track.Codec is not ("pcm_f32le" or "pcm_f32be" or "pcm_f64le" or "pcm_f64be"));
        return kind switch
        {
            OutputKind.Mp4 when Mp4Sound.Contains(track.Codec) => "copy",
            OutputKind.Mp4 => lossless && track.Bits is > 0 and <= 24 ? "flac" : null,
            OutputKind.QuickTime when QuickTimeSound.Contains(track.Codec) => "copy",
            OutputKind.QuickTime => lossless && track.Bits is > 0 and <= 32 ? track.Bits <= 16 ? "pcm_s16le" : track.Bits <= 24 ? "pcm_s24le" : "pcm_s32le" : null,
            _ => "copy",
        };
    }

    private static string? SubtitleCodec(string codec, OutputKind kind)
    {
        if (kind == OutputKind.Matroska)
            return codec switch
            {
                "mov_text" => "subrip",
                "dvd_subtitle" or "dvb_subtitle" or "hdmv_pgs_subtitle" or "hdmv_text_subtitle" => "copy",
                _ => TextSubtitles.Contains(codec) ? "copy" : null,
            };
        return codec == "mov_text" ? "copy" : TextSubtitles.Contains(codec) ? "mov_text" : null;
    }

    private static string Word(int number) => number.ToString(CultureInfo.InvariantCulture);
}
