namespace Kinolux.Models.Cards;

/// <summary>Which tensors each task asks for. Tasks that no stage takes a model for yet only ask for one input and one output.</summary>
public static class TaskContract
{
    /// <summary>Frames that a video denoiser sees.</summary>
    public const int VideoFrames = 5;

    /// <summary>Squares that a judge of dirt sees: the frame, its four neighbours, the candidate, the others.</summary>
    public const int CandidateChannels = 7;

    /// <summary>Their side.</summary>
    public const int CandidateSide = 32;

    /// <summary>Numbers that it is told: the traits that the stage's own judge goes by, and that one's score.</summary>
    public const int TraitChannels = 18;

    /// <summary>What the card lacks for its task; null where it lacks nothing.</summary>
    public static string? Problem(ModelCard card) => card.Task switch
    {
        ModelTask.Denoise => Denoiser(card, "picture", 1),
        ModelTask.VideoDenoise => Denoiser(card, "frames", VideoFrames),
        ModelTask.JudgeDirt => Judge(card),
        _ => card.Inputs.Count == 0 || card.Outputs.Count == 0 ? "it has no input or no output" : null,
    };

    // C channels a picture; a noise map of one channel where the model takes one.
    private static string? Denoiser(ModelCard card, string picture, int frames) =>
        card.Input(picture) is not { } input ? $"its task needs an input {picture}"
        : card.Outputs is not [var output] || !output.Is("clean") ? "its task has one output, clean"
        : output.Channels.Count is not (1 or 3) || input.Channels.Count != frames * output.Channels.Count ? $"{picture} and clean do not have the channels that the task needs"
        : card.Inputs.Any(other => other != input && !(other.Is("noise") && other.Channels.Count == 1)) ? $"its task has the inputs {picture} and noise, noise with one channel"
        : card.Inputs.Count > 2 ? "it has two inputs of one name"
        : card.Inputs.Concat(card.Outputs).Any(tensor => tensor.Size is not null) ? "its task has tensors as large as the picture alone"
        : null;

    private static string? Judge(ModelCard card) =>
        card.Inputs.Count != 2 || card.Outputs.Count != 1 || !Is(card.Input("candidate"), CandidateChannels, null) || !Is(card.Input("traits"), TraitChannels, 1) || !Is(card.Output("score"), 1, 1)
            ? $"its task has the inputs candidate ({CandidateChannels} channels) and traits ({TraitChannels} channels, size 1 × 1), and the output score (one channel, size 1 × 1)"
        : card.Size is not [CandidateSide, CandidateSide] ? $"its task needs the size {CandidateSide} × {CandidateSide}"
        : null;

    private static bool Is(TensorCard? tensor, int channels, int? side) =>
        tensor is not null && tensor.Channels.Count == channels && (side is { } length ? tensor.Size is [var height, var width] && height == length && width == length : tensor.Size is null);
}
