namespace Kinolux.Previs.Voices;

/// <summary>
/// How long a text takes to say, without a voice: its words at so many a minute (165 where nothing is said; Chinese, Japanese and Korean at 1.6 signs for a word), a third of a second at least,
/// and its pauses: 0.25 s behind a sentence, 0.15 s behind a part of one, 0.5 s behind dots, 0.8 s for a beat, 1.2 s for a pause.
/// </summary>
public static class SpeechEstimate
{
    private const int Usual = 165;
    private const double SignsPerWord = 1.6;
    private const double Least = 1.0 / 3;

    /// <param name="speed">Words a minute.</param>
    public static double Seconds(string text, int speed = Usual) => SpokenText.Pieces(text).Sum(piece => Of(piece.Text, speed) + piece.Pause);

    internal static double Of(string piece, int speed)
    {
        if (piece.Length == 0)
            return 0;
        var (words, signs, isWord) = (0, 0, false);
        foreach (var letter in piece)
        {
            var isSign = letter is >= '\u3040' and < '\uA000' or >= '\uAC00' and < '\uD7B0' or >= '\uF900' and < '\uFB00';
            signs += isSign ? 1 : 0;
            var now = !isSign && (char.IsLetterOrDigit(letter) || letter is '\'' or '’');
            words += now && !isWord ? 1 : 0;
            isWord = now;
        }
        return Math.Max(Least, (words + signs / SignsPerWord) * 60 / speed);
    }
}
