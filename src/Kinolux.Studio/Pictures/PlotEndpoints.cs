using Kinolux.Report;
using Kinolux.Report.Plots;
using Kinolux.Restoration.Runs;
using Kinolux.Studio.Films;
using Kinolux.Studio.Works;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Kinolux.Studio.Pictures;

/// <summary>The damage along a film.</summary>
internal static class PlotEndpoints
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/api/films/{id}/plots", Plots).WithTags("Pictures")
            .WithSummary("The damage along a film: the whole of it in stretches, or with first and last some frames exactly");

    private static PlotList Plots(string id, FilmLibrary films, ReviewCache reviews, int? first = null, int? last = null)
    {
        var film = films.Find(id);
        if (!film.IsAnalysed)
            return new PlotList([], 1);
        var plots = FilmPlots.Of(film.Open(), reviews.Now(film.Work));
        var frames = plots.Count == 0 ? 0 : plots[0].Lines[0].Values.Count;
        if (first is null && last is null)
            return new PlotList([.. plots.Select(plot => PlotModel.Overview(plot, frames))], PlotModel.StretchOf(frames));
        var from = first ?? 0;
        var to = Math.Min(last ?? frames - 1, frames - 1);
        if (from < 0 || to < from || to - from >= PlotModel.PartFrames)
            throw Asked.Unclear($"first and last lie in the film, at most {PlotModel.PartFrames} frames apart");
        return new PlotList([.. plots.Select(plot => PlotModel.Part(plot, from, to - from + 1))], 1);
    }
}
