using Kinolux.Core.Review;
using Kinolux.Production.Review;
using Kinolux.Production.Work;
using Kinolux.Studio.Films;
using Kinolux.Studio.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Review;

/// <summary>What was proposed about a film, and people's decisions on it.</summary>
internal static class ReviewEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var film = app.MapGroup("/api/films/{id}").WithTags("Review");
        film.MapGet("/groups", Groups).WithSummary("The proposals by shot and kind, those that wait first");
        film.MapGet("/proposals", Proposals).WithSummary("Proposals with their reasons").WithDescription("state: waiting, applied, rejected or all; order: doubt (those that wait first, then the least sure) or frame; at most 500 at a time.");
        film.MapGet("/frames/{number:int:min(0)}/proposals", At).WithSummary("What was proposed about a frame, with its shapes");
        film.MapGet("/confidences", (string id, string kind, FilmShelf films, ReviewShelf reviews) => ConfidenceCount.Of(reviews.Now(films.Find(id)), kind)).WithSummary("How sure a kind's proposals are: for counting what a threshold would decide");
        film.MapGet("/why", Why).WithSummary("Why a frame, or a place in it, looks as it does");
        film.MapPost("/decisions", Decide).WithSummary("Takes a decision; the answer says that it is on the disk");
        film.MapDelete("/history/last", Undo).WithSummary("Takes back what was last said in one go: decisions, a mark, a policy");
        film.MapPost("/wishes", AddWish).WithSummary("Adds what the machine missed");
        film.MapDelete("/wishes/{wish}", RemoveWish).WithSummary("Takes a wish back");
        film.MapGet("/history", History).WithSummary("What people decided, marked, ruled and took back, the latest first").WithDescription("What was said in one go is one entry; what was taken back since says so.");
        film.MapGet("/policy", (string id, FilmShelf films, ReviewShelf reviews) => reviews.Now(films.Find(id)).Policy).WithSummary("The rules that decide where nobody did");
        film.MapPut("/policy", SetPolicy).WithSummary("Gives the film rules of its own");
    }

    private static HistoryList History(string id, FilmShelf films, ReviewShelf reviews, int count = 60) =>
        new(films.Find(id) is { IsAnalysed: true } film ? reviews.Review(film).History(count) : []);

    private static GroupList Groups(string id, FilmShelf films, ReviewShelf reviews)
    {
        if (films.Find(id) is { IsAnalysed: false })
            return new GroupList([], []);
        var state = reviews.Now(films.Find(id));
        return new GroupList(state.Groups(), state.Unmatched);
    }

    private static ProposalPage Proposals(string id, FilmShelf films, ReviewShelf reviews, int? shot = null, string? kind = null, string state = "all", string order = "doubt", int from = 0, int count = 50)
    {
        var film = films.Find(id);
        return film.IsAnalysed ? new ProposalQuery(shot, kind, state, order, from, count).Of(reviews.Now(film)) : new ProposalPage(0, []);
    }

    private static ProposalList At(string id, int number, FilmShelf films, ReviewShelf reviews) =>
        new(films.Find(id) is { IsAnalysed: true } film ? ProposalView.Of([.. reviews.Now(film).At(number)], shapes: true) : []);

    private static WhyAnswer Why(string id, int frame, FilmShelf films, ReviewShelf reviews, int? x = null, int? y = null)
    {
        if (x is null != y is null || frame < 0)
            throw Asked.Unclear("a place is a frame, from 0, or a frame with x and y");
        return reviews.Review(films.Find(id)).Why(frame, x is { } across && y is { } down ? (across, down) : null);
    }

    private static DecisionsTaken Decide(string id, NewDecision decision, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        var edit = decision.Change is null && decision.Mask is null ? null : new Edit(decision.Change, decision.Mask);
        if (decision.Names is not { Count: > 0 } || (decision.Verdict == Core.Review.Verdict.Edit) != edit is not null)
            throw Asked.Unclear("a decision needs names, and change or mask with the verdict edit alone");
        var review = reviews.Review(films.Find(id));
        var taken = review.Decide(decision.Names, decision.Verdict, decision.Reason, edit);
        events.FilmChanged(id);
        return new DecisionsTaken(taken[0].Batch ?? "", taken.Count, review.Now().Groups());
    }

    private static DecisionsUndone Undo(string id, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        var review = reviews.Review(films.Find(id));
        var undone = review.Undo();
        if (undone.Count > 0)
            events.FilmChanged(id);
        return new DecisionsUndone(undone.FirstOrDefault()?.Batch, [.. undone.Select(Name)], review.Now().Groups());
    }

    private static string Name(ReviewEntry entry) => entry switch
    {
        DecisionEntry { Decision: var decision } => decision.Proposal ?? $"{decision.Kind} in frames {decision.Frames}",
        WishEntry { Wish: var wish } => wish.Id,
        PolicyEntry { Policy: var policy } => $"policy {policy.Name}",
        WithdrawalEntry { Withdraws: var withdrawn } => withdrawn,
        _ => "",
    };

    private static Created<WishMade> AddWish(string id, WishLine wish, FilmShelf films, ReviewShelf reviews, StudioPerson person, StudioEvents events)
    {
        Core.Review.Proposal made;
        try
        {
            made = (wish with { By = null }).ToProposal(person.Name);
        }
        catch (System.Text.Json.JsonException unclear)
        {
            throw Asked.Unclear(unclear.Message);
        }
        reviews.Review(films.Find(id)).Add([made]);
        events.FilmChanged(id);
        return TypedResults.Created($"/api/films/{id}/wishes/{made.Id}", new WishMade(made.Id));
    }

    private static NoContent RemoveWish(string id, string wish, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        reviews.Review(films.Find(id)).Remove(wish);
        events.FilmChanged(id);
        return TypedResults.NoContent();
    }

    private static Core.Review.Policy SetPolicy(string id, NewPolicy policy, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        var review = reviews.Review(films.Find(id));
        review.Apply(new PolicyFile(policy.Name, policy.Rules, null));
        events.FilmChanged(id);
        return review.Now().Policy;
    }
}
