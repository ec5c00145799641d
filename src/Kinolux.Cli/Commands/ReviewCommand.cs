using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Restoration.Plans;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux review PATH</c>: shows what was proposed and takes decisions, one by one, by group, or by a policy file.</summary>
internal static class ReviewCommand
{
    public static Command Create(CliContext context)
    {
        var path = new Argument<string>("PATH") { Description = "A work folder, or the output or document it belongs to." };
        var list = new Option<bool>("--list") { Description = "List the groups of proposals and what you are asked; with --json every proposal." };
        var accept = Names("--accept", "Apply these; of frames that repeat others or are lost: generate them.", "--generate");
        var reject = Names("--reject", "Do not apply these; of frames that repeat others or are lost: leave them as they are.", "--leave");
        var hold = Names("--hold", "Let the frame before stand in the place of these frames, which repeat others or are lost.");
        var edit = Names("--edit", "Apply these as the file given with --with says.");
        foreach (var names in (Option<string[]>[])[accept, reject, hold, edit])
            names.CompletionSources.Add([.. context.Engines.All.SelectMany(engine => engine.Documents.Kinds).Select(kind => kind.Id)]);
        var with = new Option<string?>("--with") { Description = "JSON with change, mask or both: what --edit does instead.", HelpName = "FILE" };
        var reason = new Option<string?>("--reason") { Description = "Why, in your words; kept with the decision.", HelpName = "TEXT" };
        var add = new Option<string?>("--add") { Description = "Add your own wishes: a line of JSON each, with kind and place: frames and box, or a text's lines and quote.", HelpName = "FILE" };
        var policy = new Option<string?>("--policy") { Description = "Decide by standard, conservative or a file's rules, and take over the file's decisions (a report's page saves such a file).", HelpName = "NAME|FILE" };
        var by = new Option<string?>("--by") { Description = "Your name, which stands beside what you decide; kept for the next time.", HelpName = "NAME" };
        var history = new Option<bool>("--history") { Description = "List what was decided, wished, ruled and taken back, the latest first." };
        var undo = new Option<bool>("--undo") { Description = "Take back what was last said in one go: by one command, or by one click in the studio." };
        var command = new KinoluxCommand("review", "Lists proposals and decides on them. ID is a question (scratch-00000-1f5cf4ee+245), a proposal (dirt-00012-3fa9c1c0), a group (3:dirt) or a kind (dirt).", "review restored.mkv --list", "review restored.mkv --accept stain --reject 3:dirt --reason \"snow, not dirt\"", "review restored.mkv --by \"Alice Guy\" --accept scratch-00000-1f5cf4ee+245", "review restored.mkv --undo") { path, list, accept, reject, hold, edit, with, reason, add, policy, undo, by, history };
        command.SetAction(parsed =>
        {
            using var work = context.Open(parsed.GetValue(path) ?? "");
            if (parsed.GetValue(history))
            {
                History(context, new WorkReview(work, context.Time, context.Person));
                return 0;
            }
            var person = parsed.GetValue(by) is { } name ? new PersonName(context.OwnFolder).Keep(name) : context.Person;
            var review = new WorkReview(work, context.Time, person);
            var why = parsed.GetValue(reason);
            var edited = parsed.GetValue(edit) ?? [];
            if (edited.Length > 0 && parsed.GetValue(with) is null)
                throw FaultException.Of("KX2019");
            // Everything is read before anything is written, so that a fault leaves nothing half decided.
            var rules = parsed.GetValue(policy) is { } policyFile ? PolicyFile.Find(policyFile, work.Documents.Kinds, work.Documents.Takes) : null;
            var wishes = parsed.GetValue(add) is { } wishFile ? WishFile.Read(wishFile, work.Documents.Takes, person) : [];
            var instead = parsed.GetValue(with) is { } editFile ? Edit.Read(editFile) : null;
            review.Check(wishes);
            var undone = parsed.GetValue(undo) ? review.Undo().Count : 0;
            var batch = ReviewLog.NewBatch();
            var taken = new List<Decision>();
            taken.AddRange(review.Decide(parsed.GetValue(accept) ?? [], Verdict.Accept, why, batch: batch));
            taken.AddRange(review.Decide(parsed.GetValue(reject) ?? [], Verdict.Reject, why, batch: batch));
            taken.AddRange(review.Decide(edited, Verdict.Edit, why, instead, batch));
            taken.AddRange(review.Decide(parsed.GetValue(hold) ?? [], Verdict.Edit, why, FilmEdits.Hold, batch));
            var count = taken.Count + (rules is null ? 0 : review.Apply(rules, batch));
            review.Add(wishes, batch);
            if (count == 0 && wishes.Count == 0 && rules is null && !parsed.GetValue(undo) || parsed.GetValue(list))
                List(context, work, review);
            else
            {
                if (parsed.GetValue(by) is null && !context.IsPersonKnown)
                    context.Note($"decided as {person}; --by NAME says once who you are");
                context.Write(new { decisions = count, wishes = wishes.Count, undone }, () => context.Out.WriteLine(Say(
                    $"{(undone > 0 ? Say($"{undone} entries taken back, ") : "")}{count} decisions and {wishes.Count} wishes written to {work.Path}; the next run renders what they change")));
            }
            return 0;
        });
        return command;
    }

    private static void History(CliContext context, WorkReview review)
    {
        var entries = review.History(int.MaxValue);
        context.Write(new { entries }, () => context.Table(
            ["when", "who", "what", "why"],
            entries.Select(entry => (IReadOnlyList<string>)[entry.At.ToString("u", CultureInfo.InvariantCulture), entry.By, entry.Words + (entry.Undone ? " (taken back)" : ""), entry.Reason ?? ""])));
    }

    private static void List(CliContext context, WorkFolder work, WorkReview review)
    {
        var state = review.Now();
        var groups = state.Groups();
        var unmatched = state.Unmatched;
        List<Question> waiting = [.. state.Questions.Where(question => question.Waiting > 0)];
        if (context.Json)
        {
            context.Write(new { groups, unmatched, questions = QuestionView.Of(waiting, work.Documents.Kinds), proposals = ProposalView.Of([.. state.All], work.Documents.Kinds) }, () => { });
            return;
        }
        context.Table(
            ["group", "found", "applied", "waiting", "rejected", "confidence", "by", "for example"],
            groups.Select(group => (IReadOnlyList<string>)
            [
                group.Name, Say($"{group.Found}"), Say($"{group.Applied}"), Say($"{group.Waiting}"), Say($"{group.Rejected}"), Say($"{group.Confidence:0.00}"), group.Source, group.Example,
            ]));
        if (!work.Proposals.IsWritten)
            context.Out.WriteLine("nothing was looked for yet: kinolux restore, analyse or script check does; what you say of a kind, such as --reject dirt, holds for what they find");
        if (waiting.Count > 0)
        {
            context.Out.WriteLine();
            context.Table(
                ["question", "where", "waiting", "confidence", "what"],
                QuestionView.Of(waiting, work.Documents.Kinds).Zip(waiting, (view, question) => (IReadOnlyList<string>)[view.Id, view.Where, Say($"{view.Waiting} of {view.Found}"), Say($"{question.Confidence:0.00}"), view.Example.Summary]));
        }
        if (state.Spared > 0)
            context.Out.WriteLine(Say($"{state.Spared} more question{(state.Spared == 1 ? "" : "s")} answered by what was rejected; --undo takes a rejection and what it taught back"));
        foreach (var decision in unmatched)
            context.Out.WriteLine($"kept, but {Why(decision.State)}: {decision.Verdict.ToString().ToLowerInvariant()} {decision.Kind}, {decision.Where}, by {decision.By}");
    }

    private static string Why(Anchoring state) => state switch
    {
        Anchoring.Gone => "what it was about is gone",
        Anchoring.Ambiguous => "what it was about may be one of several",
        _ => "nothing matches it now",
    };

    private static Option<string[]> Names(string name, string description, params string[] aliases) =>
        new(name, aliases) { Description = description, HelpName = "ID", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
