using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Work.Log;

/// <summary>People's own wishes as a file of JSON Lines, of which only kind and place need be given.</summary>
public static class WishFile
{
    /// <summary>Reads wishes; those without a name of their own are <paramref name="person"/>'s.</summary>
    /// <param name="takes">Whether the work's document can have such a place.</param>
    /// <exception cref="FaultException">KX2404: a line is no wish, or the file is not there.</exception>
    public static IReadOnlyList<Proposal> Read(string path, Predicate<Place> takes, string person = "unknown")
    {
        var wishes = new List<Proposal>();
        var number = 0;
        try
        {
            foreach (var text in WholeFile.Text(path).Split('\n'))
            {
                number++;
                if (!string.IsNullOrWhiteSpace(text))
                    wishes.Add(KinoluxJson.Read<WishLine>(text).ToProposal(person, takes));
            }
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2404", cause, ("file", path), ("line", $"{number}"), ("why", cause.Message));
        }
        return wishes;
    }
}
