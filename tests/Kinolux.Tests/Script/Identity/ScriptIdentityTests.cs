using Kinolux.Script.Fountain;
using Kinolux.Script.Identity;

namespace Kinolux.Tests.Script.Identity;

/// <summary>Scenes and elements keep their names through rewrites; what cannot be told apart is asked.</summary>
public sealed class ScriptIdentityTests
{
    private const string Corridor = "INT. CORRIDOR - NIGHT\n\nFootsteps.";
    private const string Room = "INT. ROOM 4 - NIGHT\n\nMARTA\nWho is there?";

    private static ScriptIdentity Read(params string[] scenes) => Follow(ScriptIdentity.None, scenes);

    private static ScriptIdentity Follow(ScriptIdentity before, params string[] scenes) => before.Follow(FountainReader.Read(string.Join("\n\n", scenes) + "\n"));

    private static string Names(ScriptIdentity identity) => string.Join(' ', identity.Scenes.Select(scene => scene.Name));

    [Fact]
    public void Scenes_with_equal_text_have_names_of_their_own()
    {
        var read = Read(Corridor, Room, Corridor, Room);
        Assert.Equal("sc-1 sc-2 sc-3 sc-4", Names(read));
        Assert.Equal(["sc-3", "sc-3/1"], read.Scenes[2].Elements.Select(element => element.Name));
        Assert.Same(read, Follow(read, Corridor, Room, Corridor, Room));
    }

    [Fact]
    public void A_line_above_a_new_heading_and_two_scenes_that_swap_leave_the_moved_corridor_its_name_and_ask_about_the_rooms()
    {
        var after = Follow(Read(Corridor, Room, Corridor, Room), "A line above.", Corridor, Room.Replace("ROOM 4", "ROOM 5", StringComparison.Ordinal), Room, Corridor);
        Assert.Equal(["top", "sc-1", "sc-3"], new[] { 0, 1, 4 }.Select(i => after.Scenes[i].Name));
        Assert.Equal(["sc-2", "sc-4"], new[] { after.Scenes[2].Name, after.Scenes[3].Name }.Order());
        var doubt = Assert.Single(after.Doubts);
        Assert.Equal(["sc-2", "sc-4"], new[] { doubt.Scene, doubt.Other }.Order());
    }

    [Fact]
    public void A_person_who_says_that_it_is_the_other_one_changes_both_names_and_taking_that_back_changes_them_again()
    {
        var after = Follow(Read(Corridor, Room, Corridor, Room), Corridor, Room);
        Assert.Equal(new SceneDoubt("sc-2", "sc-4"), Assert.Single(after.Doubts, doubt => doubt.Scene == "sc-2"));
        var settled = after.Settled(doubt => doubt.Scene == "sc-2");
        Assert.Equal(["sc-1", "sc-4"], settled.Scenes.Select(scene => scene.Name));
        Assert.Equal(["sc-4", "sc-4/1", "sc-4/2"], settled.Scenes[1].Elements.Select(element => element.Name));
        Assert.Contains(settled.Gone, scene => scene.Name == "sc-2");
        Assert.Equal("sc-1 sc-2", Names(after.Settled(_ => false)));
    }

    [Fact]
    public void Of_scenes_with_equal_text_the_order_tells_which_is_gone_where_it_can()
    {
        var read = Read(Corridor, Room, Corridor, Room);
        foreach (var (now, names) in new[] { (new[] { Room, Corridor, Room }, "sc-2 sc-3 sc-4"), ([Corridor, Room, Corridor], "sc-1 sc-2 sc-3"), ([Corridor, Corridor, Room], "sc-1 sc-3 sc-4") })
        {
            var after = Follow(read, now);
            Assert.Equal(names, Names(after));
            Assert.Empty(after.Doubts);
        }
        Assert.NotEmpty(Follow(Read(Corridor, Corridor), Corridor).Doubts);
        Assert.NotEmpty(Follow(Read(Corridor), Corridor, Corridor).Doubts);
    }

    [Fact]
    public void A_scene_that_was_cut_and_comes_back_is_the_same_and_no_name_is_given_twice()
    {
        var cut = Follow(Read(Corridor, Room, "EXT. SEA - DAY\n\nWaves."), Corridor, "EXT. SEA - DAY\n\nWaves.");
        Assert.Equal(["sc-2"], cut.Gone.Select(scene => scene.Name));
        var other = Follow(cut, Corridor, "INT. BARN - DAY\n\nA cow looks up.", "EXT. SEA - DAY\n\nWaves.");
        Assert.Equal("sc-1 sc-4 sc-3", Names(other));
        var back = Follow(other, Corridor, "INT. BARN - DAY\n\nA cow looks up.", "EXT. SEA - DAY\n\nWaves.", Room);
        Assert.Equal("sc-1 sc-4 sc-3 sc-2", Names(back));
        Assert.Equal("sc-2/1", back.Scenes[3].Elements[1].Name);
        Assert.Empty(back.Gone);
    }

    [Fact]
    public void Elements_keep_their_names_when_others_are_put_between_changed_or_taken_out()
    {
        const string Head = "INT. ROOM - DAY\n\n";
        var read = Read(Head + "Anna opens the old window.\n\nANNA\nIt is cold in here today.\n\nShe leaves.");
        Assert.Equal(["sc-1", "sc-1/1", "sc-1/2", "sc-1/3", "sc-1/4"], read.Names);
        var after = Follow(read, Head + "Rain.\n\nAnna opens the old broken window.\n\nMARIA\nIt is cold in here today.");
        Assert.Equal(["sc-1", "sc-1/5", "sc-1/1", "sc-1/2", "sc-1/3"], after.Names);
        Assert.Equal("sc-1/6", Follow(after, Head + "Rain.\n\nAnna opens the old broken window.\n\nMARIA\nIt is cold in here today.\n\nShe leaves.").Names[^1]);
    }

    [Fact]
    public void A_scene_written_from_scratch_under_its_heading_in_its_place_is_the_same()
    {
        var after = Follow(Read(Corridor, "INT. BARN - DAY\n\nA cow looks up at the sky and wonders.", Room), Corridor, "INT. BARN - DAY\n\nBEN\nNobody came.", Room);
        Assert.Equal("sc-1 sc-2 sc-3", Names(after));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Through_many_rewrites_each_scene_keeps_its_name_or_is_asked_about(int seed)
    {
        var random = new Random(seed);
        var (identity, scenes) = (ScriptIdentity.None, new List<(int Key, string Head, List<string> Lines)>());
        var names = new Dictionary<int, string>();
        for (var (step, key) = (0, 0); step < 300; step++)
        {
            var at = scenes.Count == 0 ? 0 : random.Next(scenes.Count);
            switch (scenes.Count < 4 ? 0 : random.Next(7))
            {
                case 0:
                    scenes.Insert(at, (key++, $"INT. {Word(random).ToUpperInvariant()} {key} - DAY", [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => Sentence(random))]));
                    break;
                case 1 when scenes.Count > 12:
                    scenes.RemoveAt(at);
                    break;
                case 2:
                    scenes[at] = scenes[at] with { Head = $"EXT. {Word(random).ToUpperInvariant()} - NIGHT" };
                    break;
                case 3:
                    var moved = scenes[at];
                    scenes.RemoveAt(at);
                    scenes.Insert(random.Next(scenes.Count + 1), moved);
                    break;
                case 4:
                    scenes[at].Lines[random.Next(scenes[at].Lines.Count)] += $" {Word(random)}.";
                    break;
                case 5:
                    scenes[at].Lines.Insert(random.Next(scenes[at].Lines.Count), Sentence(random));
                    break;
                default:
                    var other = random.Next(scenes.Count);
                    (scenes[at], scenes[other]) = (scenes[other], scenes[at]);
                    break;
            }
            identity = Follow(identity, [.. scenes.Select(scene => $"{scene.Head}\n\n{string.Join("\n\n", scene.Lines)}")]);
            Assert.Equal(scenes.Count, identity.Scenes.Count);
            Assert.Equal(identity.Names.Count, identity.Names.Distinct().Count());
            for (var i = 0; i < scenes.Count; i++)
                Assert.Equal(names.TryAdd(scenes[i].Key, identity.Scenes[i].Name) ? identity.Scenes[i].Name : names[scenes[i].Key], identity.Scenes[i].Name);
            Assert.Empty(identity.Doubts);
        }
    }

    [Theory]
    [InlineData(7)]
    public void Whatever_texts_follow_each_other_there_is_a_name_for_each_element_and_none_twice(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["INT. A - DAY\n\n", "INT. A - DAY\n\n", "EXT. B\n\n", "Footsteps.\n\n", "Footsteps.\n\n", "BOB\nHi.\n\n", "# Act\n\n", "[[note]]\n\n", "/* x */\n\n", "> C <\n\n"];
        var identity = ScriptIdentity.None;
        for (var i = 0; i < 2000; i++)
        {
            var script = FountainReader.Read(string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)])));
            identity = identity.Follow(script);
            Assert.Equal(script.Elements.Select(element => element.Content), identity.Scenes.SelectMany(scene => scene.Elements).Select(element => element.Text));
            Assert.Equal(script.Elements.Count, identity.Names.Distinct().Count());
            Assert.All(identity.Settled(_ => true).Scenes.GroupBy(scene => scene.Name), same => Assert.Single(same));
        }
    }

    [Fact]
    public void Twenty_thousand_equal_scenes_and_a_scene_of_as_many_paragraphs_are_read_in_time()
    {
        var (scenes, paragraphs) = (string.Concat(Enumerable.Repeat("INT. A - DAY\n\nx\n\n", 20000)), string.Concat(Enumerable.Range(0, 20000).Select(i => $"Line {i}.\n\n")));
        var many = ScriptIdentity.None.Follow(FountainReader.Read(scenes)).Follow(FountainReader.Read("INT. B - DAY\n\ny\n\n" + scenes[..^40]));
        Assert.Equal(19999, many.Scenes.Count);
        var one = ScriptIdentity.None.Follow(FountainReader.Read("INT. A - DAY\n\n" + paragraphs)).Follow(FountainReader.Read("INT. A - DAY\n\nFirst.\n\n" + paragraphs + "Last.\n"));
        Assert.Equal("sc-1/10000", one.Names[10001]);
    }

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 2 + random.Next(3)).Select(_ => $"{"bdfgklmnprstvz"[random.Next(14)]}{"aeiou"[random.Next(5)]}"));

    private static string Sentence(Random random) => string.Join(' ', Enumerable.Range(0, 4 + random.Next(12)).Select(_ => Word(random))) + ".";
}
