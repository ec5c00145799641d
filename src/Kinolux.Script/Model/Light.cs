namespace Kinolux.Script.Model;

/// <summary>What light a scene has.</summary>
internal enum Light
{
    Unknown,
    Day,
    Night,

    /// <summary>Dawn, dusk and evening, which are neither.</summary>
    Between,
}
