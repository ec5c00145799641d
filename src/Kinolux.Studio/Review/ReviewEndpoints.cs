using Kinolux.Core.Faults;
using Kinolux.Production.Review;
using Kinolux.Production.Work;
using Kinolux.Restore.Stages;
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
        film.MapGet("/frames/{number:int:min(0)}/findings", (string id, int number, FilmShelf films, ReviewShelf reviews) => new FindingList(FindingView.Of(At(films.Find(id), reviews, number)))).WithSummary("What was found in a frame, with its shapes");
        film.MapGet("/confidences", (string id, string kind, FilmShelf films, ReviewShelf reviews) => ConfidenceCount.Of(reviews.Now(films.Find(id)), kind)).WithSummary("How sure a kind's proposals are: for counting what a threshold would decide");
        film.MapGet("/why", Why).WithSummary("Why a frame, or a place in it, looks as it does");
        film.MapPost("/decisions", Decide).WithSummary("Takes a decision; the answer says that it is on the disk");
        film.MapDelete("/decisions/last", Undo).WithSummary("Takes the last decision back");
        film.MapPost("/wishes", AddWish).WithSummary("Adds what the machine missed");
        film.MapDelete("/wishes/{wish}", RemoveWish).WithSummary("Takes a wish back");
        film.MapGet("/history", History).WithSummary("What people decided, the latest first").WithDescription("What was decided in one go is one entry; what was taken back is left out.");
        film.MapGet("/policy", (string id, FilmShelf films, ReviewShelf reviews) => reviews.Now(films.Find(id)).Policy).WithSummary("The rules that decide where nobody did");
        film.MapPut("/policy", SetPolicy).WithSummary("Gives the film rules of its own");
    }

    private static HistoryList History(string id, FilmShelf films, int count = 60) =>
        new(films.Find(id) is { IsAnalysed: true } film ? HistoryEntry.Of(film.Open().Decisions.Read(), count) : []);

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

    private static List<Finding> At(StudioFilm film, ReviewShelf reviews, int frame) => film.IsAnalysed ? [.. reviews.Now(film).At(frame)] : [];

    private static WhyAnswer Why(string id, int frame, FilmShelf films, ReviewShelf reviews, int? x = null, int? y = null)
    {
        if (x is null != y is null)
            throw Asked.Unclear("a place needs x and y");
        var film = films.Find(id);
        var findings = At(film, reviews, frame);
        var outside = false;
        if (x is { } across && y is { } down)
        {
            outside = film.IsAnalysed && Plan.Read(film.PlanPath).IsOutside(frame, across, down);
            findings = [.. findings.Where(item => item.Outline.Box is not { } box || box.Contains(across, down))];
            findings = [.. findings.Zip(ReviewState.Read(findings)).Where(item => item.Second.Region?.Contains(across, down) ?? true).Select(item => item.First)];
        }
        return new WhyAnswer(frame, x, y, ProposalView.Of([.. findings.OrderByDescending(item => item.Standing.Applies)]), outside);
    }

    private static DecisionsTaken Decide(string id, NewDecision decision, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        var film = films.Find(id);
        var edit = decision.Change is null && decision.Mask is null ? null : new Edit(decision.Change, Asked.Region(decision.Mask, film.Info().Format));
        if (decision.Names is not { Count: > 0 } || (decision.Verdict == Core.Review.Verdict.Edit) != edit is not null)
            throw Asked.Unclear("a decision needs names, and change or mask with the verdict edit alone");
        var desk = reviews.Desk(film);
        var taken = desk.Decide(decision.Names, decision.Verdict, decision.Reason, edit);
        events.FilmChanged(id);
        return new DecisionsTaken(taken[0].Batch ?? "", taken.Count, desk.Now().Groups());
    }

    private static DecisionsUndone Undo(string id, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        var desk = reviews.Desk(films.Find(id));
        var undone = desk.Undo();
        if (undone.Count > 0)
            events.FilmChanged(id);
        return new DecisionsUndone(undone.FirstOrDefault()?.Batch, [.. undone.Select(decision => decision.Proposal ?? $"{decision.Kind} in frames {decision.Frames}")], desk.Now().Groups());
    }

    private static Created<WishMade> AddWish(string id, NewWish wish, FilmShelf films, ReviewShelf reviews, StudioSettings settings, StudioEvents events)
    {
        var film = films.Find(id);
        var info = film.Info();
        if (!StageCatalog.All.Any(stage => stage.Info.Kinds.Contains(wish.Kind)))
            throw FaultException.Of("KX6062", ("kind", wish.Kind), ("kinds", string.Join(", ", StageCatalog.All.SelectMany(stage => stage.Info.Kinds))));
        if (wish.Frames.Last >= info.FrameCount)
            throw FaultException.Of("KX1011", ("film", film.Name), ("range", $"{wish.Frames}"), ("last", $"{info.Frames.Last}"));
        var region = Asked.Region(wish.Region ?? (wish.Box is { } box ? Core.Review.RegionMask.Whole(box) : null), info.Format);
        var made = WishFile.Wish(wish.Kind, wish.Frames, region, wish.Summary, settings.Person, wish.Change);
        reviews.Desk(film).Add([made]);
        events.FilmChanged(id);
        return TypedResults.Created($"/api/films/{id}/wishes/{made.Id}", new WishMade(made.Id));
    }

    private static NoContent RemoveWish(string id, string wish, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        reviews.Desk(films.Find(id)).Remove(wish);
        events.FilmChanged(id);
        return TypedResults.NoContent();
    }

    private static Core.Review.Policy SetPolicy(string id, NewPolicy policy, FilmShelf films, ReviewShelf reviews, StudioEvents events)
    {
        if (string.IsNullOrWhiteSpace(policy.Name) || policy.Rules is null || policy.Rules.Any(rule => string.IsNullOrWhiteSpace(rule.Kind) || rule.MinConfidence is not (>= 0 and <= 1) || rule.Verdict == Core.Review.Verdict.Edit))
            throw Asked.Unclear("a policy needs a name and rules, each with kind, minConfidence from 0 to 1, and a verdict other than edit");
        var desk = reviews.Desk(films.Find(id));
        desk.Apply(new PolicyFile(policy.Name, policy.Rules, null));
        events.FilmChanged(id);
        return desk.Now().Policy;
    }
}
