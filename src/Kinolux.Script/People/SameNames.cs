using Kinolux.Core.Faults;

namespace Kinolux.Script.People;

/// <summary>Names that a person said are one.</summary>
public static class SameNames
{
    /// <summary>Reads <c>BOB=CYBER BOB</c>.</summary>
    /// <returns>The name to go by for each other name.</returns>
    /// <exception cref="FaultException">KX1420: what is given are no two names.</exception>
    public static IReadOnlyDictionary<string, string> Parse(IEnumerable<string> pairs)
    {
        var names = new Dictionary<string, string>();
        foreach (var pair in pairs)
            if (pair.Split('=', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [var name, var other])
                names[other] = name;
            else
                throw FaultException.Of("KX1420", ("given", pair));
        return names;
    }
}
