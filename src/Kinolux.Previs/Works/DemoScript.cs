namespace Kinolux.Previs.Works;

/// <summary>A short script of ours, to show what becomes of one.</summary>
public static class DemoScript
{
    public const string Text = """
        Title: The Last Reel
        Author: The Kinolux authors

        INT. PROJECTION OFFICE - NIGHT

        MARTA (60s, a small woman in a grey cardigan, glasses) sits at the desk. Cans of film stand around her.

        JONAS (20s, a tall young man in a yellow coat) enters.

        JONAS
        They told me to collect the last reel.

        MARTA
        Then they told you too late. It burnt in nineteen sixty-one.

        JONAS
        It says here that you signed for it.

        MARTA
        I sign for many things. It keeps the room warm.

        Jonas walks to Marta.

        JONAS
        I saw it when I was a child. My father lifted me up so that I could see over the heads.

        MARTA
        Which part did you see?

        JONAS
        The end. The boat, and the light on the water.

        MARTA
        Nobody saw the end. We never showed it.

        They look at each other.

        JONAS
        Then where did I see it?

        MARTA
        Sit down. I will tell you.

        EXT. HARBOUR BEACH - DUSK

        Jonas and Marta look at the water.

        MARTA
        It was here. Wait for it!

        JONAS
        I see it.
        """;
}
