using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages;

/// <summary>What the world knows about a stage; every surface (command line, plan schema, web form, reference page, contract tests) is made from it and from the options record.</summary>
/// <param name="Id">The name on the command line and in plans: lower case, hyphens.</param>
/// <param name="Title">For people.</param>
/// <param name="Summary">One sentence: what it repairs.</param>
/// <param name="Version">Raised whenever results change; part of every chunk's key.</param>
/// <param name="Before">Frames before the current one that it may read.</param>
/// <param name="After">Frames after the current one that it may read.</param>
/// <param name="Kinds">The kinds of proposal it makes and applies.</param>
public sealed record StageInfo(string Id, string Title, string Summary, int Version, int Before, int After, IReadOnlyList<ProposalKind> Kinds)
{
    public Medium Medium { get; init; } = Medium.Picture;

    /// <summary>True where a repair makes a whole frame that was not on the film.</summary>
    public bool Generates { get; init; }

    /// <summary>True where a repair changes every sample otherwise than by moving or levelling it, as taking out noise and laying grain do.</summary>
    public bool Filters { get; init; }

    /// <summary>The kind of its proposals, one for a shot, that say who judges what it finds and change no picture themselves; null where nobody is asked.</summary>
    public string? Judge { get; init; }

    /// <summary>How far beyond a proposal's region its repair may reach, in luma samples: the soft edge. <c>kinolux verify</c> holds the stage to it.</summary>
    public int Rim { get; init; }

    /// <summary>True where it makes proposals of this kind.</summary>
    public bool Makes(string kind) => kind == Judge || Repairs(kind);

    /// <summary>True where it applies proposals of this kind.</summary>
    public bool Repairs(string kind) => Kinds.Any(made => made.Id == kind);

    /// <summary>False where the stage runs only when asked for.</summary>
    public bool OnByDefault { get; init; } = true;
}
