using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;

namespace Kinolux.Restoration.Chunks;

/// <summary>All that restored frames depend on: the film after its first pass, the plan, and what was ruled. A delivery and its proof are made by equal ones.</summary>
internal sealed record Commission(SurveyedFilm Film, Plan Plan, Judgement Judgement);
