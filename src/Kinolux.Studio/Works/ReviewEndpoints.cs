using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Studio.Serving;
using Kinolux.Work.Library;
using Kinolux.Work.Log;
using Kinolux.Work.Review;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Works;

/// <summary>What was proposed about a work of any engine, and people's decisions on it.</summary>
internal static class ReviewEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var work = app.MapGroup("/api/works/{id}").WithTags("Review");
        work.MapGet("/groups", Groups).WithSummary("The proposals by part and kind, those that wait first");
        work.MapGet("/proposals", Proposals).WithSummary("Proposals with their reasons").WithDescription("state: waiting, applied, rejected or all; order: doubt (those that wait first, then the least sure) or place; at most 500 at a time.");
        work.MapGet("/questions", Questions).WithSummary("What a person is asked, each thing once however often it was found").WithDescription("order: part (by part, then the least sure first), value (what settles most first), doubt or place; at most 500 at a time.");
        work.MapGet("/questions/{question}", Members).WithSummary("The proposals of a question").WithDescription("At most 500 at a time.");
        work.MapGet("/proposals/at/{place}", At).WithSummary("What was proposed at a place, such as a film's frame, with its shapes");
        work.MapGet("/confidences", (string id, string kind, WorkLibrary works, ReviewCache reviews) => ConfidenceCount.Of(reviews.Now(works.Find(id)), kind)).WithSummary("How sure a kind's proposals are: for counting what a threshold would decide");
        work.MapGet("/why", (string id, string at, WorkLibrary works, ReviewCache reviews) => reviews.Review(works.Find(id)).Why(at)).WithSummary("Why the output looks as it does at a place").WithDescription("at: of a film a frame, or a frame with a place in luma samples from the top left, such as 12,300,200; of a text a line.");
        work.MapPost("/decisions", Decide).WithSummary("Takes a decision; the answer says that it is on the disk");
        work.MapDelete("/history/last", Undo).WithSummary("Takes back what was last said in one go: decisions, a mark, a policy");
        work.MapPost("/wishes", AddWish).WithSummary("Adds what the machine missed");
        work.MapDelete("/wishes/{wish}", RemoveWish).WithSummary("Takes a wish back");
        work.MapGet("/history", History).WithSummary("What people decided, marked, ruled and took back, the latest first").WithDescription("What was said in one go is one entry; what was taken back since says so.");
        work.MapGet("/policy", (string id, WorkLibrary works, ReviewCache reviews) => Policy(works.Find(id), reviews)).WithSummary("The rules that decide where nobody did");
        work.MapPut("/policy", SetPolicy).WithSummary("Lets another policy decide: one that Kinolux offers, by its name alone, or rules of one's own");
    }

    private static HistoryList History(string id, WorkLibrary works, ReviewCache reviews, int count = 60) =>
        new(works.Find(id) is { IsBegun: true } work ? reviews.Review(work).History(count) : []);

    private static GroupList Groups(string id, WorkLibrary works, ReviewCache reviews)
    {
        if (works.Find(id) is not { IsBegun: true } work)
            return new GroupList([], []);
        var state = reviews.Now(work);
        return new GroupList(state.Groups(), state.Unmatched);
    }

    private static ProposalPage Proposals(string id, [AsParameters] ProposalQuery query, WorkLibrary works, ReviewCache reviews)
    {
        var work = works.Find(id);
        return work.IsBegun ? query.Of(reviews.Now(work), work.Engine.Documents.Kinds) : new ProposalPage(0, []);
    }

    private static QuestionPage Questions(string id, [AsParameters] ProposalQuery query, WorkLibrary works, ReviewCache reviews)
    {
        var work = works.Find(id);
        return work.IsBegun ? query.Questions(reviews.Now(work), work.Engine.Documents.Kinds) : new QuestionPage(0, 0, 0, []);
    }

    private static ProposalPage Members(string id, string question, WorkLibrary works, ReviewCache reviews, int from = 0, int count = 500)
    {
        var work = works.Find(id);
        var asked = reviews.Now(work).Questions.FirstOrDefault(one => one.Id == question) ?? throw FaultException.Of("KX2201", ("path", work.WorkPath), ("id", question), ("hint", ""));
        return new ProposalPage(asked.Members.Count, ProposalView.Of([.. asked.Members.Skip(Math.Max(0, from)).Take(Math.Clamp(count, 0, 500))], work.Engine.Documents.Kinds));
    }

    private static ProposalPage At(string id, string place, WorkLibrary works, ReviewCache reviews)
    {
        if (works.Find(id) is not { IsBegun: true } work)
            return new ProposalPage(0, []);
        var state = reviews.Now(work);
        var spot = state.Document.Parse(place);
        var found = ProposalView.Of([.. state.At(spot.Extent).Where(item => item.Outline.Place.Holds(spot))], work.Engine.Documents.Kinds, shapes: true);
        return new ProposalPage(found.Count, found);
    }

    private static DecisionsTaken Decide(string id, NewDecision decision, WorkLibrary works, ReviewCache reviews, StudioEvents events)
    {
        var edit = decision.Change is null && decision.Mask is null ? null : new Edit(decision.Change, decision.Mask);
        if (decision.Names is not { Count: > 0 } || (decision.Verdict == Verdict.Edit) != edit is not null)
            throw Asked.Unclear("a decision needs names, and change or mask with the verdict edit alone");
        var review = reviews.Review(works.Find(id));
        var taken = review.Decide(decision.Names, decision.Verdict, decision.Reason, edit);
        events.WorkChanged(id);
        return new DecisionsTaken(taken[0].Batch ?? "", taken.Count, review.Now().Groups());
    }

    private static DecisionsUndone Undo(string id, WorkLibrary works, ReviewCache reviews, StudioEvents events)
    {
        var review = reviews.Review(works.Find(id));
        var undone = review.Undo();
        if (undone.Count > 0)
            events.WorkChanged(id);
        // A policy can be taken back before there is anything to decide on.
        return new DecisionsUndone(undone.FirstOrDefault()?.Batch, [.. undone.Select(Name)], Groups(id, works, reviews).Groups);
    }

    private static string Name(ReviewEntry entry) => entry switch
    {
        DecisionEntry { Decision: var decision } => decision.Proposal ?? $"{decision.Kind} in {decision.Place.Words}",
        WishEntry { Wish: var wish } => wish.Id,
        PolicyEntry { Policy: var policy } => $"policy {policy.Name}",
        WithdrawalEntry { Withdraws: var withdrawn } => withdrawn,
        _ => "",
    };

    private static Created<WishMade> AddWish(string id, WishLine wish, WorkLibrary works, ReviewCache reviews, StudioPerson person, StudioEvents events)
    {
        var work = works.Find(id);
        Proposal made;
        try
        {
            made = (wish with { By = null }).ToProposal(person.Name, work.Engine.Documents.Takes);
        }
        catch (System.Text.Json.JsonException unclear)
        {
            throw Asked.Unclear(unclear.Message);
        }
        reviews.Review(work).Add([made]);
        events.WorkChanged(id);
        return TypedResults.Created($"/api/works/{id}/wishes/{made.Id}", new WishMade(made.Id));
    }

    private static NoContent RemoveWish(string id, string wish, WorkLibrary works, ReviewCache reviews, StudioEvents events)
    {
        reviews.Review(works.Find(id)).Remove(wish);
        events.WorkChanged(id);
        return TypedResults.NoContent();
    }

    private static PolicyNow Policy(WorkItem work, ReviewCache reviews) =>
        PolicyNow.Of(work.IsWorkThere ? reviews.Review(work).Policy() : Policies.Standard(work.Engine.Documents.Kinds), work.Engine.Documents.Kinds);

    private static PolicyNow SetPolicy(string id, NewPolicy policy, WorkLibrary works, ReviewCache reviews, StudioEvents events)
    {
        var work = WorkLibrary.Begin(works.Find(id));
        var rules = policy.Rules ?? Policies.Named(policy.Name, work.Engine.Documents.Kinds)?.Rules
            ?? throw FaultException.Of("KX2204", ("name", policy.Name), ("why", $"it has no rules, and those offered by name are {string.Join(" and ", Policies.Names)}"));
        reviews.Review(work).Apply(new PolicyFile(policy.Name, rules, null));
        events.WorkChanged(id);
        return Policy(work, reviews);
    }
}
