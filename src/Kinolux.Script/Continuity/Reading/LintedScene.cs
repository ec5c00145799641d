using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>A scene with what its heading says of time, and who is in it.</summary>
internal sealed class LintedScene(Scene scene, HeadingTime time)
{
    public Scene Scene => scene;

    public HeadingTime Time => time;

    public string Name => $"scene {scene.Number}, {scene.Heading.Text.Trim()}";

    /// <summary>Sentences of its action, in order.</summary>
    public List<Sentence> Sentences { get; } = [];

    /// <summary>Indexes of speeches among the cast's.</summary>
    public List<int> Speeches { get; } = [];

    /// <summary>Persons who are heard or named, each with the element where first.</summary>
    public Dictionary<int, int> Named { get; } = [];

    /// <summary>Persons who are there in the flesh, each with the element that shows it first: who speaks and is seen, and who does something in action.</summary>
    public Dictionary<int, int> Present { get; } = [];

    /// <summary>True where it is not in the story's present: a flashback, a dream, a recording.</summary>
    public bool IsApart { get; set; }

    /// <summary>The year that it says it plays in; 0 for unknown.</summary>
    public int Year { get; set; }
}
