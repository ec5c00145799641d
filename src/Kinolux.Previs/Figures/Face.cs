namespace Kinolux.Previs.Figures;

/// <summary>What makes one face differ from another: factors around 1, from seed, sex, age and build.</summary>
internal sealed record Face
{
    public float Nose { get; init; } = 1;

    public float NoseWidth { get; init; } = 1;

    public float Jaw { get; init; } = 1;

    public float Chin { get; init; } = 1;

    public float Brow { get; init; } = 1;

    public float Lips { get; init; } = 1;

    public float Cheeks { get; init; } = 1;

    public float Eyes { get; init; } = 1;

    public float Ears { get; init; } = 1;

    public float Breadth { get; init; } = 1;

    public static Face Of(Proportions p, int seed)
    {
        var chance = new Chance(seed, "face");
        float Around(float middle, float spread) => middle * Math.Clamp(1 + spread * chance.Bell(), .6f, 1.5f);
        var (male, female, child) = (p.Sex == Sex.Male ? 1 : p.Sex == Sex.Female ? 0 : .5f, p.Sex == Sex.Female ? 1 : 0, p.Child);
        var old = Math.Clamp((p.Age - 50) / 35, 0, 1);
        var fat = Math.Max(0, p.Build);
        return new()
        {
            Nose = Around((.84f + .18f * male) * (1 - .42f * child) * (1 + .14f * old), .11f),
            NoseWidth = Around((.94f + .1f * male) * (1 + .1f * old), .12f),
            Jaw = Around((.90f + .12f * male) * (1 - .04f * child) * (1 + .10f * fat), .025f),
            Chin = Around((.8f + .4f * male) * (1 - .5f * child), .2f),
            Brow = Around((.45f + .75f * male) * (1 - .8f * child), .2f),
            Lips = Around((.9f + .3f * female) * (1 - .25f * old), .14f),
            Cheeks = Around((1 + .9f * child) * (1 - .5f * old) * (1 + fat), .2f),
            Eyes = Around(1.05f + .08f * female + .16f * child, .03f),
            Ears = Around(1 + .15f * old, .08f),
            Breadth = Around((.975f + .03f * male + .05f * child) * (1 + .04f * fat), .018f),
        };
    }
}
