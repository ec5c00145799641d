using Kinolux.Core.Review;

namespace Kinolux.Work;

/// <summary>What a work is about, as far as its review must know: films, sounds, scripts, stories. Has no state of its own.</summary>
public abstract class DocumentType
{
    /// <summary>In files and addresses: <c>film</c>; lower case.</summary>
    public abstract string Name { get; }

    /// <summary>Every kind of proposal that there may be about it.</summary>
    public abstract IReadOnlyList<ProposalKind> Kinds { get; }

    /// <summary>True for places in such documents.</summary>
    public abstract bool Takes(Place place);

    /// <summary>Changes whenever the document of a work may be another: a cheap look, nothing is read. Empty where there is none that could be opened.</summary>
    public abstract string Stamp(WorkFolder work);

    /// <summary>The hash of each thing that others are made from, as it is now, by the name that links have for it.</summary>
    public abstract IReadOnlyDictionary<string, string> Hashes(WorkFolder work);

    /// <summary>The document as it is now.</summary>
    /// <exception cref="Core.Faults.FaultException">It was not worked on yet, or cannot be read.</exception>
    public abstract WorkDocument Open(WorkFolder work);
}
