namespace Kinolux.Studio.Serving;

/// <summary>What happens in the studio, for whoever listens.</summary>
internal sealed class StudioEvents
{
    /// <summary>Something about a film changed: its decisions, wishes, plan, or a run of it ended.</summary>
    public void FilmChanged(string id) => Publish("film", new { Id = id });

    /// <summary>The list of films changed.</summary>
    public void FilmsChanged() => Publish("films", new { });

    private static void Publish(string name, object value) => _ = (name, value);
}
