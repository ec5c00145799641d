using System.Globalization;
using Kinolux.Core.Processes;

namespace Kinolux.Bench.Judges;

/// <summary>
/// Many short clean films for the judge of scratches, made by ffmpeg from the data folder: pieces of each clip at other sizes, speeds, times and crops,
/// and photographs panned, shaken, zoomed and held still, with another photograph's cut-out passing before them.
/// </summary>
internal static class LineFilms
{
    /// <summary>Frames to a film, where its clip has so many.</summary>
    public const int Frames = 41;

    /// <summary>What is done to a clip: name, first frame, filters.</summary>
    private static readonly (string Name, int First, string Filters)[] Variants =
    [
        ("whole", 0, "null"),
        ("late", 38, "hflip"),
        ("crop", 20, "crop=iw*0.6:ih*0.6,scale=640:-2:flags=lanczos"),
        ("small", 10, "hflip,scale=320:-2:flags=area"),
        ("quick", 8, "framestep=2"),
        ("large", 28, "scale=1024:-2:flags=lanczos"),
    ];

    private static readonly string[] Moves = ["pan", "slow", "shake", "zoom", "breathe", "still"];

    /// <returns>For each film the clip that it is made of, its name and its file in <paramref name="folder"/>.</returns>
    public static IEnumerable<(string Source, string Name, string File)> Make(string data, string folder)
    {
        foreach (var clip in Directory.GetFiles(Path.Combine(data, "clean_video"), "*.mkv").Order(StringComparer.Ordinal))
            foreach (var film in OfClip(Path.GetFileName(clip).Split('_')[0], ["-i", clip], folder))
                yield return film;
        foreach (var film in OfClip("bmx", ["-framerate", "24", "-i", Path.Combine(data, "inpaint", "bmx-trees", "%05d.jpg")], folder))
            yield return film;
        foreach (var (name, _) in Material.Demo)
            yield return (name, name, name);
        foreach (var (set, width, height) in new[] { ("McMaster", 400, 300), ("CBSD68", 360, 240) })
        {
            var photos = Directory.GetFiles(Path.Combine(data, "denoise", set), "*.png").Order(StringComparer.Ordinal).ToList();
            for (var i = 0; i < 12; i++)
                yield return OfPhotos(set, i, photos[i], photos[^(i + 1)], width, height, folder);
        }
    }

    private static IEnumerable<(string, string, string)> OfClip(string name, string[] input, string folder)
    {
        foreach (var (variant, first, filters) in Variants)
        {
            var file = Path.Combine(folder, $"{name}-{variant}.mkv");
            Run([.. input, "-vf", Say($"trim=start_frame={first},setpts=PTS-STARTPTS,{filters}"), "-frames:v", Say($"{Frames}"), "-c:v", "ffv1", file]);
            yield return (name, $"{name}-{variant}", file);
        }
    }

    private static (string, string, string) OfPhotos(string set, int number, string behind, string before, int width, int height, string folder)
    {
        // Places are whole samples at four times the size: quarters of one in the end.
        const int Fine = 4;
        var move = Moves[number % Moves.Length];
        var speed = (number % 2 == 0 ? 1 : -1) * (1 + number % 5);
        var (x, y, grow) = move switch
        {
            "pan" => (Say($"{4 * speed}*n"), Say($"{speed}*n"), "1"),
            "slow" => (Say($"{speed}*n"), "0", "1"),
            "shake" => (Say($"22*sin(0.9*n+{number})"), "14*sin(1.3*n)", "1"),
            "zoom" => ("0", "0", "1+0.012*n"),
            "breathe" => ("3*sin(0.5*n)", "2*sin(0.4*n)", "1+0.001*n"),
            _ => ("0", "0", "1"),
        };
        var (w, h) = (width * Fine, height * Fine);
        var cover = Say($"scale={w * 5 / 4}:{h * 5 / 4}:force_original_aspect_ratio=increase:flags=bicubic");
        var graph = $"[0:v]{cover},scale=w='iw*({grow})':h='ih*({grow})':eval=frame,crop={w}:{h}:x='(iw-{w})/2+{x}':y='(ih-{h})/2+{y}'[a];" +
            $"[1:v]scale={w / 3}:{h / 2}:flags=bicubic[b];[a][b]overlay=x='{w / 2 - 40 * speed}+{6 * speed}*n':y={h / 3}:eval=frame,scale={width}:{height}:flags=area,noise=alls={2 + number % 3 * 3}:allf=t,format=yuv420p";
        var file = Path.Combine(folder, Say($"{set}-{number}-{move}.mkv"));
        Run(["-loop", "1", "-framerate", "24", "-i", behind, "-loop", "1", "-framerate", "24", "-i", before, "-filter_complex", graph, "-frames:v", Say($"{Frames}"), "-c:v", "ffv1", file]);
        return (Say($"{set}-{number}"), Say($"{set}-{number}-{move}"), file);
    }

    private static void Run(string[] arguments)
    {
        var result = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", .. arguments]);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"ffmpeg: {result.ErrorTail}");
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
