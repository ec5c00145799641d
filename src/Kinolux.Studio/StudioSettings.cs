using Kinolux.Work;
using Kinolux.Work.Log;

namespace Kinolux.Studio;

/// <summary>What a studio serves, and for whom.</summary>
public sealed record StudioSettings
{
    /// <summary>The production: a folder of films and work folders.</summary>
    public required string Folder { get; init; }

    /// <summary>What it can work on.</summary>
    public required Engines Engines { get; init; }

    /// <summary>Who decides here; null for the name that was kept, or else asked for.</summary>
    public string? Person { get; init; }

    /// <summary>The port on 127.0.0.1; 0 for any that is free.</summary>
    public int Port { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The longest file that can be sent, in bytes.</summary>
    public long UploadLimit { get; init; } = 1L << 40;

    /// <summary>The person's own folder, outside any production: what is kept there was not given by anybody else.</summary>
    public string State { get; init; } = PersonName.OwnFolder;

    /// <summary>Cancelled when the studio must end. Work notices it before its tools, which hear the same signal, can fail.</summary>
    public CancellationToken Cancel { get; init; }
}
