using System.Collections.Concurrent;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>A network that judges candidates by their pictures and traits. It sees one at a time, on the thread that asks, so that no candidate's bits depend on another's.</summary>
internal sealed class LearnedJudge
{
    // Log odds of 0.995: where the table is surer than that, either way, the network is not asked.
    private const double Sure = 5.2933;

    private readonly OnnxSession _session;
    private readonly ConcurrentBag<Tensor[]> _free = [];
    private readonly TensorCard _candidate;
    private readonly TensorCard _traits;

    /// <exception cref="FaultException">KX1803: the model is not what its card says.</exception>
    public LearnedJudge(ModelCard card, OnnxSession session)
    {
        if (CardFit.Problem(card, session) is { } problem)
            throw FaultException.Of("KX1803", ("file", card.File), ("why", problem));
        (Card, _session) = (card, session);
        _candidate = card.Inputs.First(input => input.Is("candidate"));
        _traits = card.Inputs.First(input => input.Is("traits"));
    }

    public ModelCard Card { get; }

    /// <summary>True where it has a say in the candidate's confidence.</summary>
    public static bool IsAsked(SpeckExam exam) => exam.IsSeen && Math.Abs(SpeckJudge.Score(exam.Traits)) < Sure;

    /// <summary>The log odds that a candidate that it is asked about is dirt.</summary>
    /// <param name="pair">The neighbours that detection compared with.</param>
    /// <param name="marks">1 for every sample of the picture that is part of a candidate.</param>
    /// <exception cref="FaultException">KX1803, KX5801: the model fails.</exception>
    public double Score(Plane current, SpeckExam exam, (Neighbour First, Neighbour Second) pair, byte[] marks)
    {
        var tensors = _free.TryTake(out var kept) ? kept : [Of(_candidate), Of(_traits), Of(Card.Outputs[0])];
        SpeckPatch.Draw(current, exam, pair, marks, tensors[0].Data.Span);
        var traits = tensors[1].Data.Span;
        for (var i = 0; i < SpeckTraits.Count; i++)
            traits[i] = exam.Traits[i];
        traits[SpeckTraits.Count] = (float)SpeckJudge.Score(exam.Traits);
        _session.Run(tensors.AsSpan(0, 2), tensors.AsSpan(2));
        var score = tensors[2].Data.Span[0];
        _free.Add(tensors);
        return float.IsFinite(score) ? score : throw FaultException.Of("KX1803", ("file", Card.File), ("why", "what it gives for a piece of dirt is no number"));
    }

    private Tensor Of(TensorCard card)
    {
        var (height, width) = card.Size is [var h, var w] ? (h, w) : (SpeckPatch.Size, SpeckPatch.Size);
        return new Tensor(card.Name, new float[card.Channels.Count * height * width], card.Channels.Count, height, width);
    }
}
