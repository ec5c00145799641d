using System.CommandLine;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Studio;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux studio [FOLDER]</c>: serves a production on this machine and opens the browser.</summary>
internal static class StudioCommand
{
    // Bookmarks, and what a browser keeps for a page, hold only while the port stays the same.
    private const int DefaultPort = 4680;

    public static Command Create(CliContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The production: a folder of films and work folders; this folder by default.", DefaultValueFactory = _ => "." };
        var port = new Option<int?>("--port") { Description = $"The port on 127.0.0.1; {DefaultPort} by default, or any that is free.", HelpName = "N" };
        var quiet = new Option<bool>("--no-browser") { Description = "Only print the address." };
        port.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !ushort.TryParse(token.Value, System.Globalization.CultureInfo.InvariantCulture, out _))
                result.AddError($"--port is a number up to 65535, not {token.Value}");
        });
        var command = new KinoluxCommand("studio", "Opens the studio: every film of a folder, its findings to decide on, its jobs, in the browser.", "studio", "studio films --port 8080 --no-browser") { folder, port, quiet };
        command.SetAction(async parsed =>
        {
            var settings = new StudioSettings { Engines = context.Engines, Folder = parsed.GetRequiredValue(folder), Person = context.GivenPerson, State = context.OwnFolder, Time = context.Time, Cancel = context.Cancel, Port = parsed.GetValue(port) ?? DefaultPort };
            await using var studio = await OpenAsync(settings, anyPort: parsed.GetValue(port) is null);
            context.Write(new { Address = studio.Address, Folder = Path.GetFullPath(settings.Folder) }, () => context.Out.WriteLine(studio.Address));
            await context.Out.FlushAsync();
            if (!parsed.GetValue(quiet))
                Show(context, studio.Address);
            await Task.Delay(Timeout.Infinite, context.Cancel).ContinueWith(_ => { }, TaskScheduler.Default);
            return 0;
        });
        return command;
    }

    private static async Task<StudioServer> OpenAsync(StudioSettings settings, bool anyPort)
    {
        var studio = StudioServer.Create(settings);
        try
        {
            await studio.StartAsync();
            return studio;
        }
        catch (FaultException taken) when (anyPort && taken.Fault.Code == "KX6006")
        {
            await studio.DisposeAsync();
            return await OpenAsync(settings with { Port = 0 }, anyPort: false);
        }
    }

    // Some openers stay until the browser is closed: nobody waits for them.
    private static void Show(CliContext context, Uri address) => Task.Run(() =>
    {
        try
        {
            Tool.Run(OperatingSystem.IsMacOS() ? "open" : "xdg-open", [$"{address}"], context.Cancel);
        }
        catch (FaultException)
        {
            context.Note($"open {address}");
        }
    });
}
