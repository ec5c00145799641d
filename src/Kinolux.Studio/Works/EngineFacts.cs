using Kinolux.Core.Review;
using Kinolux.Work;

namespace Kinolux.Studio.Works;

/// <summary>What the studio can work on.</summary>
internal sealed record EngineList(IReadOnlyList<EngineFacts> Engines);

/// <summary>An engine: what can be asked of it, and what can be proposed or marked.</summary>
internal sealed record EngineFacts(string Name, IReadOnlyList<EngineVerb> Verbs, IReadOnlyList<ProposalKind> Kinds)
{
    public static EngineFacts Of(IEngine engine) => new(engine.Documents.Name, engine.Verbs, engine.Documents.Kinds);
}
