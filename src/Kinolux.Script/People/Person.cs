namespace Kinolux.Script.People;

/// <summary>Somebody who speaks.</summary>
/// <param name="Name">As the first cue has it.</param>
/// <param name="Names">All names that are this person's, the first one included; more than one where a person said so.</param>
/// <param name="Appearances">In order, one for each passage in which the person speaks or is named in action.</param>
/// <param name="Prominence">The share of the script that is this person's, 0 to 1: the shares of the passages, weighed by their length.</param>
public sealed record Person(string Name, IReadOnlyList<string> Names, IReadOnlyList<Appearance> Appearances, double Prominence)
{
    public int Speeches => Appearances.Sum(appearance => appearance.Speeches);

    public int Words => Appearances.Sum(appearance => appearance.Words);

    public int Mentions => Appearances.Sum(appearance => appearance.Mentions);

    public Appearance? In(int passage) => Appearances.FirstOrDefault(appearance => appearance.Passage == passage);
}
