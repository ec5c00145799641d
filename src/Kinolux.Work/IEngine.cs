using System.Text.Json.Nodes;
using Kinolux.Core.Progress;

namespace Kinolux.Work;

/// <summary>
/// What works on one type of document. It proposes; a person decides by the one review that all engines have; its run applies what was accepted.
/// Has no state of its own: all is in the work folder.
/// </summary>
public interface IEngine
{
    /// <summary>What it works on; its name is the engine's.</summary>
    DocumentType Documents { get; }

    /// <summary>What it can be asked to do, the first of them first.</summary>
    IReadOnlyList<EngineVerb> Verbs { get; }

    /// <summary>True where it works on such files, told by the name alone.</summary>
    bool Takes(string source);

    /// <summary>What the output of a document of this name is called: <c>NAME.restored.mkv</c>.</summary>
    string OutputName(string name);

    /// <summary>Says before anything is done that a request makes no sense.</summary>
    /// <param name="request">As <see cref="EngineRun.Request"/>.</param>
    /// <exception cref="Core.Faults.FaultException">What is wrong with it.</exception>
    void Check(string verb, JsonObject request);

    /// <summary>Does what was asked: proposes, or makes the output from what was accepted. What is there already is kept; a run that was stopped goes on when it is asked again.</summary>
    /// <returns>What it did, in a sentence.</returns>
    /// <exception cref="Core.Faults.FaultException">The document, the request or the places to write to are at fault.</exception>
    string Run(EngineRun run, IProgress<JobProgress>? progress, CancellationToken cancel);
}
