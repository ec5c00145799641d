using System.Globalization;

namespace Kinolux.Core.Time;

/// <summary>
/// A SMPTE timecode (ST 12-1): the label of a frame within a day. It counts frames at the nominal rate (30 for 30000/1001);
/// drop-frame labels leave out the first numbers of every minute but each tenth, so that they keep pace with the clock.
/// Written <c>01:02:03:04</c>, with a semicolon before the frames where numbers are dropped.
/// </summary>
public readonly record struct Timecode
{
    private const int MinutesPerDay = 24 * 60;

    /// <param name="frame">Frames since 00:00:00:00; counted around the clock, so any number goes.</param>
    /// <param name="nominal">Frames per second on the label: 24, 25, 30, 60, …</param>
    /// <param name="drop">Drop-frame counting.</param>
    /// <exception cref="ArgumentException">The nominal rate is below 1, or drop is asked for at one that is no multiple of 30.</exception>
    public Timecode(long frame, int nominal, bool drop = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(nominal, 1);
        if (drop && nominal % 30 != 0)
            throw new ArgumentException("Frame numbers are dropped at 30 and 60 frames a second only.", nameof(drop));
        (Nominal, IsDrop) = (nominal, drop);
        var day = FramesBefore(MinutesPerDay);
        Frame = (frame % day + day) % day;
    }

    /// <summary>Frames since 00:00:00:00.</summary>
    public long Frame { get; }

    public int Nominal { get; }

    public bool IsDrop { get; }

    /// <summary>The label's rate for film of this rate: 30 for 30000/1001.</summary>
    public static int NominalOf(Rational rate) => (int)Math.Max(1, rate.Round());

    /// <summary>True where drop-frame labels make sense: 30000/1001 and 60000/1001.</summary>
    public static bool MayDrop(Rational rate) => rate.Denominator == 1001 && NominalOf(rate) % 30 == 0;

    /// <summary>Reads <c>01:02:03:04</c>, or <c>01:02:03;04</c> (also <c>.04</c>) for drop-frame. False for what is no label: a number out of range, or one that is dropped.</summary>
    public static bool TryParse(string? text, Rational rate, out Timecode value)
    {
        value = default;
        if (text is not { Length: >= 11 and <= 12 } || text[2] != ':' || text[5] != ':' || text[8] is not (':' or ';' or '.'))
            return false;
        var nominal = NominalOf(rate);
        var drop = text[8] != ':';
        if (!Number(text.AsSpan(0, 2), 24, out var hours) || !Number(text.AsSpan(3, 2), 60, out var minutes) ||
            !Number(text.AsSpan(6, 2), 60, out var seconds) || !Number(text.AsSpan(9), nominal, out var frames) || (drop && !MayDrop(rate)))
            return false;
        if (drop && seconds == 0 && minutes % 10 != 0 && frames < nominal / 15)
            return false;
        var counter = new Timecode(0, nominal, drop);
        value = new Timecode(counter.FramesBefore(hours * 60 + minutes) + counter.FirstSeconds(minutes, seconds, frames), nominal, drop);
        return true;
    }

    /// <summary>The label <paramref name="frames"/> later.</summary>
    public Timecode Add(long frames) => new(Frame + frames, Nominal, IsDrop);

    public override string ToString()
    {
        if (Nominal == 0)
            return "00:00:00:00";
        var ten = Frame / FramesBefore(10);
        var rest = Frame - ten * FramesBefore(10);
        // The first minute of ten is whole, the others lack the dropped numbers.
        var minute = rest < 60L * Nominal ? 0 : 1 + (rest - 60L * Nominal) / (60L * Nominal - Dropped);
        var label = rest - FramesBefore((int)minute) + (minute > 0 ? Dropped : 0);
        var minutes = ten * 10 + minute;
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:D2}:{minutes % 60:D2}:{label / Nominal:D2}{(IsDrop ? ';' : ':')}{label % Nominal:D2}");
    }

    private int Dropped => IsDrop ? Nominal / 15 : 0;

    // Each minute but every tenth begins by dropping its first numbers.
    private long FramesBefore(int minutes) => 60L * Nominal * minutes - (long)Dropped * (minutes - (minutes + 9) / 10);

    private long FirstSeconds(int minutes, int seconds, int frames) => (long)seconds * Nominal + frames - (minutes % 10 != 0 ? Dropped : 0);

    private static bool Number(ReadOnlySpan<char> text, int end, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value < end;
}
