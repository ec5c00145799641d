namespace Kinolux.Previs.Figures;

/// <summary>
/// The measures of a body, metres. Segments are fractions of stature after R. Drillis and R. Contini, "Body Segment Parameters" (1966);
/// stature by age after the 50th percentiles of the WHO (2006, to 5 years) and the CDC (2000, to 20), standard deviations of .04;
/// heads in a body after A. Loomis, "Figure Drawing for All It's Worth" (1943): 7½ grown, 6 at seven years, 4 at one.
/// </summary>
public sealed record Proportions
{
    private static readonly (float Age, float Male, float Female, float Heads, float Leg)[] Growth =
    [
        (1, .757f, .740f, 4.2f, .43f), (2, .871f, .857f, 4.8f, .45f), (3, .961f, .951f, 5.1f, .465f), (4, 1.033f, 1.027f, 5.4f, .475f),
        (5, 1.10f, 1.094f, 5.6f, .485f), (7, 1.22f, 1.22f, 6, .50f), (9, 1.335f, 1.33f, 6.3f, .51f), (11, 1.435f, 1.44f, 6.6f, .52f),
        (13, 1.56f, 1.57f, 6.9f, .53f), (15, 1.70f, 1.62f, 7.2f, .53f), (17, 1.755f, 1.63f, 7.45f, .53f), (20, 1.768f, 1.633f, 7.5f, .53f),
        (50, 1.762f, 1.627f, 7.5f, .53f), (70, 1.73f, 1.59f, 7.4f, .53f), (90, 1.68f, 1.54f, 7.3f, .53f),
    ];

    private Proportions(float age, Sex sex, float height, float build)
    {
        var row = At(age);
        var old = Math.Clamp((age - 55) / 30, 0, 1);
        (Age, Sex, Height, Build) = (age, sex, height, build);
        Scale = height / 1.75f;
        Child = Math.Clamp((16 - age) / 13, 0, 1);
        Head = height / row.Heads;
        HeadScale = Head / .233f;
        HipHeight = height * (row.Leg - .005f);
        KneeHeight = HipHeight * .543f;
        AnkleHeight = height * .043f;
        ChinHeight = height - Head;
        ShoulderHeight = ChinHeight - float.Lerp(.112f, .085f, Child) * Scale - .006f * old;
        EyeHeight = ChinHeight + .118f * HeadScale;
        var shoulders = sex switch { Sex.Male => 1, Sex.Female => .885f, _ => .94f };
        ShoulderWidth = .1055f * height * float.Lerp(shoulders, .93f, Child) * (1 + .10f * Math.Max(0, build));
        HipWidth = .05f * height * (sex == Sex.Female ? 1.03f : 1) * (1 + .06f * Math.Max(0, build));
        UpperArm = .186f * height * float.Lerp(1, .93f, Child);
        LowerArm = .146f * height * float.Lerp(1, .95f, Child);
        Hand = .108f * height;
        Foot = .152f * height;
        HeadForward = (.018f + .02f * old) * Scale;
    }

    public float Age { get; }

    public Sex Sex { get; }

    /// <summary>From the sole to the crown, standing straight.</summary>
    public float Height { get; }

    /// <summary>−1 very thin, 0 average, 1 heavy, 1.5 very heavy.</summary>
    public float Build { get; }

    /// <summary>How far from grown: 0 from 16 years on, 1 at three.</summary>
    public float Child { get; }

    /// <summary>Against a body of 1.75 m.</summary>
    public float Scale { get; }

    /// <summary>From chin to crown.</summary>
    public float Head { get; }

    /// <summary>Against a head of .233 m.</summary>
    public float HeadScale { get; }

    public float HipHeight { get; }

    public float KneeHeight { get; }

    public float AnkleHeight { get; }

    public float ShoulderHeight { get; }

    public float ChinHeight { get; }

    public float EyeHeight { get; }

    /// <summary>From the middle to the joint of the arm.</summary>
    public float ShoulderWidth { get; }

    /// <summary>From the middle to the joint of the leg.</summary>
    public float HipWidth { get; }

    public float UpperArm { get; }

    public float LowerArm { get; }

    public float Hand { get; }

    public float Foot { get; }

    /// <summary>How far the middle of the head is before the spine.</summary>
    public float HeadForward { get; }

    /// <summary>The middle stature of an age, metres; between that of both sexes where none is given.</summary>
    public static float StatureAt(float age, Sex sex)
    {
        var row = At(age);
        return sex switch { Sex.Male => row.Male, Sex.Female => row.Female, _ => (row.Male + row.Female) / 2 };
    }

    /// <summary>The measures of somebody.</summary>
    public static Proportions Of(float age, Sex sex, float height, float build) =>
        new(Math.Clamp(age, 1, 100), sex, Math.Clamp(height, .6f, 2.4f), Math.Clamp(build, -1, 1.6f));

    private static (float Male, float Female, float Heads, float Leg) At(float age)
    {
        var next = Math.Max(1, Array.FindIndex(Growth, row => row.Age >= age));
        if (age >= Growth[^1].Age)
            next = Growth.Length - 1;
        var (a, b) = (Growth[next - 1], Growth[next]);
        var t = Math.Clamp((age - a.Age) / (b.Age - a.Age), 0, 1);
        return (float.Lerp(a.Male, b.Male, t), float.Lerp(a.Female, b.Female, t), float.Lerp(a.Heads, b.Heads, t), float.Lerp(a.Leg, b.Leg, t));
    }
}
