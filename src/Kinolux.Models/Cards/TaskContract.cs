namespace Kinolux.Models.Cards;

/// <summary>Which tensors each task asks for. Tasks that no stage takes a model for yet only ask for one input and one output.</summary>
internal static class TaskContract
{
    /// <summary>Frames that a video denoiser sees.</summary>
    public const int VideoFrames = 5;

    /// <summary>What the card lacks for its task; null where it lacks nothing.</summary>
    public static string? Problem(ModelCard card) => card.Task switch
    {
        ModelTask.Denoise => Denoiser(card, "picture", 1),
        ModelTask.VideoDenoise => Denoiser(card, "frames", VideoFrames),
        _ => card.Inputs.Count == 0 || card.Outputs.Count == 0 ? "it has no input or no output" : null,
    };

    // C channels a picture; a noise map of one channel where the model takes one.
    private static string? Denoiser(ModelCard card, string picture, int frames) =>
        card.Input(picture) is not { } input ? $"its task needs an input {picture}"
        : card.Outputs is not [var output] || !output.Is("clean") ? "its task has one output, clean"
        : output.Channels.Count is not (1 or 3) || input.Channels.Count != frames * output.Channels.Count ? $"{picture} and clean do not have the channels that the task needs"
        : card.Inputs.Any(other => other != input && !(other.Is("noise") && other.Channels.Count == 1)) ? $"its task has the inputs {picture} and noise, noise with one channel"
        : card.Inputs.Count > 2 ? "it has two inputs of one name"
        : null;
}
