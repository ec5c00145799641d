using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Script.People;
using Kinolux.Work;
using Kinolux.Work.Log;

namespace Kinolux.Script.Works;

/// <summary>Who people said is a woman, and is none. Nobody's gender is guessed.</summary>
public static class Women
{
    private const string Name = "name", Is = "is";

    /// <summary>What was said of those who speak, by their names in the script; who is not here is not said.</summary>
    public static IReadOnlyDictionary<string, bool> Of(ReviewRecord review, Cast cast)
    {
        var said = new Dictionary<string, bool>();
        foreach (var wish in review.Wishes)
            if (wish.Kind == ScriptKinds.Woman && NameIn(wish) is { } name && cast.Find(name) is { } person && wish.Change?[Is] is JsonValue value && value.TryGetValue<bool>(out var isOne))
                said[person.Name] = isOne;
        return said;
    }

    /// <summary>Says of a person whether she is a woman; null to take back what was said.</summary>
    /// <param name="name">Of somebody who speaks in the script.</param>
    public static void Say(WorkFolder work, ScriptVersion version, Cast cast, string name, bool? isWoman, string by, DateTimeOffset at)
    {
        if (cast.Find(name) is not { } person || cast.Speeches.FirstOrDefault(speech => speech.Speakers.Contains(person.Name)) is not { } first)
            throw new ArgumentException($"nobody called {name} speaks", nameof(name));
        var batch = ReviewLog.NewBatch();
        List<ReviewEntry> entries = [.. work.Log.Read().Wishes.Where(wish => wish.Kind == ScriptKinds.Woman && NameIn(wish) is { } other && cast.Find(other) == person).Select(wish => new WithdrawalEntry(wish.Id, by, at, batch))];
        if (isWoman is { } isOne)
            entries.Add(new WishEntry(
                Proposal.Of(ScriptKinds.Woman, version.PlaceOf(first.Cue, first.Name), $"{person.Name} is {(isOne ? "a woman" : "no woman")}", 1, new ProposalSource(by, "", IsPerson: true), [], new JsonObject { [Name] = person.Name, [Is] = isOne }),
                by, at, batch));
        work.Log.Append(entries);
    }

    private static string? NameIn(Proposal wish) => wish.Change?[Name] is JsonValue value && value.TryGetValue<string>(out var name) ? name : null;
}
