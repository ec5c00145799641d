using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>A question as people see it.</summary>
/// <param name="Id">What a decision names.</param>
/// <param name="Found">How many proposals it is about.</param>
/// <param name="Waiting">How many of them wait.</param>
/// <param name="Where">From where to where, for a person.</param>
/// <param name="Example">The proposal that shows best what it is about.</param>
public sealed record QuestionView(string Id, int Found, int Waiting, string Where, ProposalView Example)
{
    /// <summary>Questions whole, in the order given.</summary>
    /// <exception cref="Core.Faults.FaultException">KX2402: a run is writing the proposals again, or they were damaged.</exception>
    public static IReadOnlyList<QuestionView> Of(IReadOnlyList<Question> questions, IReadOnlyList<ProposalKind> kinds) =>
        [.. questions.Zip(ProposalView.Of([.. questions.Select(question => question.Example)], kinds), (question, example) => new QuestionView(question.Id, question.Members.Count, question.Waiting, WordsOf(question), example))];

    private static string WordsOf(Question question) =>
        question.Members[0].Outline.Place is var place && question.Members.Count == 1 ? place.Words : place.WordsOf(question.Extent);
}
