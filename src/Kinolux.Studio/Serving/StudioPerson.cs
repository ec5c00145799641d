using Kinolux.Work.Log;

namespace Kinolux.Studio.Serving;

/// <summary>Who decides in this studio.</summary>
internal sealed class StudioPerson
{
    private readonly PersonName _kept;

    public StudioPerson(StudioSettings settings)
    {
        _kept = new PersonName(settings.State);
        (Name, IsKnown) = settings.Person is { } given ? (given, true) : _kept.Read() is { } kept ? (kept, true) : (Environment.UserName, false);
    }

    public string Name { get; private set; }

    /// <summary>False where nobody gave a name yet, so that the machine's user stands in its place.</summary>
    public bool IsKnown { get; private set; }

    /// <exception cref="Core.Faults.FaultException">KX2205, KX4001, KX4101: it is no name, or cannot be kept.</exception>
    public void Keep(string name) => (Name, IsKnown) = (_kept.Keep(name), true);
}
