using System.Globalization;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Shots;

/// <summary>Measures a cut, whoever made it: lines that are crossed, cuts that jump, eyes that do not meet, people whom nobody sees.</summary>
public static class ShotChecks
{
    /// <summary>Frames that a shot needs to be seen.</summary>
    public const int LeastFrames = 12;

    private const double LeastTurn = 30, MostOff = 0.05;

    /// <summary>Degrees by which two who answer each other may look past each other.</summary>
    internal const double MostEyeline = 5;

    public static IReadOnlyList<ShotCheck> Of(ScenePlan plan, IReadOnlyList<Shot> shots, FilmBack back)
    {
        List<ShotCheck> found = [];
        var (room, blocking) = (new CameraRoom(plan), plan.Blocking());
        var rules = new ShotRules(plan, room, back);
        for (var i = 0; i < shots.Count; i++)
        {
            var (shot, framing) = (shots[i], shots[i].Framing);
            void Add(string rule, string says, double? value = null) => found.Add(new ShotCheck(rule, shot.Name, says, value));
            var people = blocking.At(shot.Frames.First + Math.Min(6, plan.Moments[shot.First].Frames.Count / 2));
            var camera = rules.CameraAt(framing, people);
            if (shot.Frames.Count < LeastFrames)
                Add("short", $"it lasts {shot.Frames.Count} frames", shot.Frames.Count);
            var subject = framing.Subjects.Count > 0 ? people.FirstOrDefault(person => person.Name == framing.Subjects[0]) : null;
            if (room.Fault(camera, people, subject is null ? 3 : Vector3D.Distance(camera.At, subject.Eyes), framing.Type == ShotType.Master) is { } fault)
                Add("camera", $"no camera can be there: {fault}");
            if (subject is not null)
            {
                var (x, y, _) = camera.Project(subject.Eyes, back);
                var off = Math.Max(Math.Abs(x - framing.Asked.X), Math.Abs(y - framing.Asked.Y)) / 2;
                if (off > MostOff)
                    Add("framing", Text($"{subject.Name} is {off * 100:0} % of the picture from where the framing asks"), off);
            }
            for (var m = shot.First; m <= shot.Last; m++)
                Unseen(plan.Moments[m], shot);
            if (i == 0)
                continue;
            var (before, there) = (shots[i - 1].Framing, blocking.At(shot.Frames.First));
            var (from, to) = (rules.CameraAt(before, there), rules.CameraAt(framing, there));
            if (ShotRules.Crosses(from, to, there))
                Add("line", $"it is on the other side of the line than {shots[i - 1].Name}");
            if (before.Subjects.Count > 0 && framing.Subjects.Count > 0 && before.Subjects[0] == framing.Subjects[0] && there.FirstOrDefault(person => person.Name == framing.Subjects[0]) is { } same)
            {
                var turn = Vector3D.Angle((from.At - same.Eyes).Flat, (to.At - same.Eyes).Flat) * 180 / Math.PI;
                if (turn < LeastTurn && Math.Abs((int)before.Size - (int)framing.Size) < 2)
                    Add("thirty-degrees", Text($"only {turn:0}° from {shots[i - 1].Name} and hardly a change of size"), turn);
            }
            Eyelines(before, framing, from, to, there, shot);
            if (i > 1 && shots[i - 2].Framing.Size == framing.Size && before.Size == framing.Size)
                Add("same-size", $"the third {framing.Size.Short()} running");

        }
        return found;

        void Unseen(Moment moment, Shot shot)
        {
            var people = blocking.At((moment.Frames.First + moment.Frames.Last) / 2);
            var camera = rules.CameraAt(shot.Framing, people);
            foreach (var person in people.Where(person => moment.Seen.Contains(person.Name)))
                if (!moment.IsSpeech || shot.Framing.Type == ShotType.Master)
                    if (camera.Project(person.Eyes, back) is var (x, y, depth) && (depth < 0.1 || Math.Abs(x) > 1 || Math.Abs(y) > 1))
                        found.Add(new ShotCheck("unseen", shot.Name, $"{person.Name} is named and not seen"));
        }

        // Two alone in their pictures look past each other unless one looks right as far as the other looks left.
        void Eyelines(Framing before, Framing after, Camera from, Camera to, IReadOnlyList<Placement> people, Shot shot)
        {
            if (ShotRules.Eyeline(before, after, from, to, people) is not { } off)
                return;
            var (a, b) = (before.Subjects[0], after.Subjects[0]);
            if (double.IsInfinity(off))
                found.Add(new ShotCheck("eyeline", shot.Name, $"{a} and {b} look the same way"));
            else if (off > MostEyeline)
                found.Add(new ShotCheck("eyeline", shot.Name, Text($"{a} and {b} look past each other by {off:0}°"), off));
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
