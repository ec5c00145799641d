using Kinolux.Core.Review;

namespace Kinolux.Tests.Core.Places;

/// <summary>A decision on words survives what a writer does around them, and dies with them.</summary>
public sealed class TextAnchorTests
{
    private const string Scene = "Rain on the window. Ada waits by the door.\nShe counts the coins again. Somebody knocks.";

    private static readonly TextPlace Coins = new("a", new Extent(1, 1), "She counts the coins again.", "Ada waits by the door.\n", " Somebody knocks.", IsAlone: true);

    [Fact]
    public void Untouched_it_is_found() => Is(Anchoring.Found, 1, Find(Coins, ("a", 0, Scene)));

    [Fact]
    public void Lines_inserted_above_move_it() => Is(Anchoring.Moved, 8, Find(Coins, ("x", 0, "Nothing\nhappens"), ("a", 7, Scene)));

    [Fact]
    public void A_sentence_that_moves_inside_its_element_is_the_same() => Is(Anchoring.Moved, 0, Find(Coins, ("a", 0, "She counts the coins again. Rain on the window.\nSomebody knocks.")));

    [Fact]
    public void A_sentence_that_was_alone_is_the_same_in_another_element() => Is(Anchoring.Moved, 5, Find(Coins, ("a", 0, "Rain on the window."), ("b", 5, "Morning. She counts the coins again.")));

    [Fact]
    public void A_sentence_that_stood_in_two_elements_does_not_pass_from_one_to_the_other()
    {
        var runs = new TextPlace("a", new Extent(0, 0), "He runs.", "Night. ", "");
        Is(Anchoring.Gone, 0, Find(runs, ("a", 0, "Night. Nobody."), ("b", 3, "Day. He runs.")));
        Is(Anchoring.Moved, 3, Find(runs, ("c", 0, "Nobody."), ("b", 3, "Night. He runs.")));
    }

    [Fact]
    public void A_changed_word_is_the_same_sentence_and_a_changed_sentence_is_not()
    {
        var changed = Find(Coins, ("a", 0, Scene.Replace("coins", "bills", StringComparison.Ordinal)));
        Is(Anchoring.Moved, 1, changed with { State = Anchoring.Moved });
        Assert.True(changed.Holds);
        Assert.Equal("She counts the bills again.", ((TextPlace)changed.Place).Quote);
        Is(Anchoring.Gone, 1, Find(Coins, ("a", 0, "Rain on the window. Ada waits by the door.\nThe telephone rings twice. Somebody knocks.")));
    }

    [Fact]
    public void It_dies_with_its_sentence() => Is(Anchoring.Gone, 1, Find(Coins, ("a", 0, "Rain on the window. Ada waits by the door.\nSomebody knocks.")));

    [Fact]
    public void Of_equal_sentences_the_one_between_the_same_words_is_meant_and_else_nobody_guesses()
    {
        var second = new TextPlace("a", new Extent(0, 0), "No.", "Sure? ", "");
        Is(Anchoring.Found, 0, Find(second, ("a", 0, "Yes? No. Sure? No.")));
        Is(Anchoring.Ambiguous, 0, Find(second, ("a", 0, "Yes? No. Well? No.")));
    }

    [Fact]
    public void A_whole_element_is_found_by_its_name_alone()
    {
        Is(Anchoring.Moved, 4, Find(new TextPlace("a", new Extent(0, 1), ""), ("a", 4, Scene)));
        Is(Anchoring.Gone, 0, Find(new TextPlace("a", new Extent(0, 1), ""), ("b", 0, Scene)));
    }

    private static Anchored Find(TextPlace place, params (string Name, int Line, string Text)[] elements) =>
        TextAnchor.Find(place, [.. elements.Select(element => new TextElement(element.Name, element.Line, element.Text))]);

    private static void Is(Anchoring state, int line, Anchored found) => Assert.Equal((state, line), (found.State, (int)found.Place.Extent.First));
}
