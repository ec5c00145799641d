using System.Net;
using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Text;
using Kinolux.Studio.Films;
using Kinolux.Studio.Pictures;
using Kinolux.Studio.Plans;
using Kinolux.Studio.Scripts;
using Kinolux.Studio.Serving;
using Kinolux.Studio.Uploads;
using Kinolux.Studio.Works;
using Kinolux.Work.Jobs;
using Kinolux.Work.Library;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Kinolux.Studio;

/// <summary>The studio: a production folder served on 127.0.0.1, with its pages, its API and its queue of jobs.</summary>
public sealed class StudioServer : IAsyncDisposable
{
    // For answers that are being given; pages that only listen are let go at once.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private const int Threads = 16;

    // Of what a page says.
    private const int LongestText = 8192;
    private const int LongestList = 100_000;
    private readonly WebApplication _app;
    private readonly StudioSettings _settings;
    private readonly FolderLock _lock;

    private StudioServer(WebApplication app, StudioSettings settings, FolderLock held) => (_app, _settings, _lock) = (app, settings, held);

    /// <summary>Where it answers, once it runs.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <exception cref="FaultException">KX6005: the folder is not there; KX6008: another studio serves it; KX4101: it cannot be written.</exception>
    public static StudioServer Create(StudioSettings settings)
    {
        settings = settings with { Folder = Path.GetFullPath(settings.Folder) };
        if (!Directory.Exists(settings.Folder))
            throw FaultException.Of("KX6005", ("folder", settings.Folder));
        var held = FolderLock.Take(settings.Folder);
        // Empty: no settings are read from files or variables, which whoever filled the folder may have written.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listen(kestrel, settings.Port));
        builder.Services.AddRouting().AddDescription().ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions))
            .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true)
            .AddSingleton(settings).AddSingleton(settings.Time).AddSingleton<StudioEvents>().AddSingleton<StudioPerson>()
            .AddSingleton(settings.Engines).AddSingleton(new WorkLibrary(settings.Folder, settings.Engines)).AddSingleton(Jobs)
            .AddSingleton<FilmLibrary>().AddSingleton<RenderStateCache>().AddSingleton<FilmCards>()
            .AddSingleton<ScriptLibrary>().AddSingleton<ScriptCards>()
            .AddSingleton<UploadFolder>()
            .AddSingleton<PictureCache>().AddSingleton<PreviewCache>().AddSingleton<ReviewCache>();
        var app = builder.Build();
        app.UseProblems();
        app.UseGuard();
        app.UseRouting();
        app.MapOpenApi();
        Pages.Map(app);
        StudioEndpoints.Map(app);
        WorkEndpoints.Map(app);
        FilmEndpoints.Map(app);
        PlanEndpoints.Map(app);
        MediaEndpoints.Map(app);
        ReportEndpoints.Map(app);
        ScriptEndpoints.Map(app);
        StoryEndpoints.Map(app);
        UploadEndpoints.Map(app);
        FrameEndpoints.Map(app);
        PlotEndpoints.Map(app);
        PreviewEndpoints.Map(app);
        ReviewEndpoints.Map(app);
        JobEndpoints.Map(app);
        EventEndpoints.Map(app);
        app.MapFallback(Problems.NoSuchAddress);
        return new StudioServer(app, settings, held);
    }

    /// <exception cref="FaultException">KX6006: the port is taken.</exception>
    public async Task StartAsync(CancellationToken cancel = default)
    {
        // Answers wait for ffmpeg and the disk; on two cores the pool would let too few of them begin.
        ThreadPool.SetMinThreads(Threads, Threads);
        try
        {
            await _app.StartAsync(cancel);
            // Jobs that waited when the studio was last closed go on now.
            _app.Services.GetRequiredService<JobQueue>();
        }
        catch (IOException cause) when (cause.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw FaultException.Of("KX6006", cause, ("port", $"{_settings.Port}"));
        }
    }

    /// <summary>Ends the server; what was running can be taken up again.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(Patience, _settings.Time);
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
        _lock.Dispose();
    }

    private static JobQueue Jobs(IServiceProvider services)
    {
        var (settings, person, events) = (services.GetRequiredService<StudioSettings>(), services.GetRequiredService<StudioPerson>(), services.GetRequiredService<StudioEvents>());
        var queue = new JobQueue(new JobSettings(settings.Folder, settings.State, () => person.Name, settings.Time, settings.Cancel), services.GetRequiredService<WorkLibrary>());
        queue.Changed += job => events.Publish("job", job);
        queue.Removed += events.JobsChanged;
        queue.Ended += events.WorkChanged;
        queue.Start();
        return queue;
    }

    private static void Configure(JsonSerializerOptions json)
    {
        KinoluxJson.Configure(json, LongestText, LongestList);
        // What is missing is said, and not found out later.
        json.RespectRequiredConstructorParameters = true;
    }

    private static void Listen(KestrelServerOptions kestrel, int port)
    {
        kestrel.AddServerHeader = false;
        // What pages send is small; uploads have a limit of their own.
        kestrel.Limits.MaxRequestBodySize = 8 << 20;
        kestrel.Listen(IPAddress.Loopback, port);
    }
}
