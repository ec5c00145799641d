using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;
using Kinolux.Previs.Timelines;

namespace Kinolux.Tests.Previs.Timelines;

/// <summary>OpenTimelineIO: exact rates through doubles, and nothing lost that is not known here.</summary>
public sealed class OtioTests
{
    [Fact]
    public void What_was_written_is_read_as_it_was()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var timeline = TimelineSamples.Random(seed);
            var text = OtioWriter.Write(timeline);
            var reading = OtioReader.Read(text, "a.otio");
            Assert.Equal(TimelineJson.Write(timeline), TimelineJson.Write(reading.Timeline));
            Assert.Equal(text, OtioWriter.Write(reading.Timeline));
            Assert.Empty(reading.Remarks);
        }
    }

    [Fact]
    public void Every_rate_is_exact_through_a_double()
    {
        foreach (var (rate, drop) in TimelineSamples.Rates)
        {
            var text = OtioWriter.Write(TimelineSamples.TwoShots(rate, drop));
            if (rate == TimelineSamples.Ntsc)
                Assert.Contains("\"rate\": 29.97002997002997,", text, StringComparison.Ordinal);
            Assert.Equal((rate, drop), (OtioReader.Read(text, "a.otio").Timeline.Rate, OtioReader.Read(text, "a.otio").Timeline.Start.IsDrop));
        }
    }

    [Theory]
    [InlineData("23.976", 24000, 1001)]
    [InlineData("23.98", 24000, 1001)]
    [InlineData("23.976023976023978", 24000, 1001)]
    [InlineData("29.97", 30000, 1001)]
    [InlineData("59.94", 60000, 1001)]
    [InlineData("119.88", 120000, 1001)]
    [InlineData("24", 24, 1)]
    [InlineData("24.0", 24, 1)]
    [InlineData("12.5", 25, 2)]
    [InlineData("16.666666666666668", 50, 3)]
    public void A_rate_is_the_one_that_is_meant(string number, long numerator, long denominator) =>
        Assert.Equal(new Rational(numerator, denominator), OtioReader.Read(OtioWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Film)).Replace("\"rate\": 24,", $"\"rate\": {number},", StringComparison.Ordinal), "a.otio").Timeline.Rate);

    [Fact]
    public void The_samples_of_the_field_come_back_with_all_that_is_in_them()
    {
        foreach (var file in Directory.GetFiles(Repository.Shared("story", "otio", "tests", "sample_data"), "*.otio"))
        {
            var reading = TimelineFile.Read(file);
            var text = OtioWriter.Write(reading.Timeline);
            Assert.Equal(TimelineJson.Write(reading.Timeline), TimelineJson.Write(OtioReader.Read(text, file).Timeline));
            var (was, now) = (Kept(File.ReadAllText(file)), Kept(text));
            Assert.True(was.SequenceEqual(now), $"{Path.GetFileName(file)} lost {string.Join("; ", was.Except(now).Take(3))}");
        }
    }

    // Everything but distances, of which only the length counts.
    private static List<string> Kept(string text)
    {
        var found = new List<string>();
        Walk(JsonNode.Parse(OtioTokens.ToJson(text)));
        return found;

        void Walk(JsonNode? node)
        {
            if (node is JsonObject thing && OtioItem.IsEmptyGap(thing))
                found.Add($"gap {OtioItem.Duration(thing)}");
            else if (node is JsonObject part)
                foreach (var (key, value) in part.OrderBy(one => one.Key, StringComparer.Ordinal))
                {
                    found.Add(key);
                    Walk(value);
                }
            else if (node is JsonArray list)
                foreach (var entry in list)
                    Walk(entry);
            else
                found.Add(node?.ToJsonString() ?? "null");
        }
    }

    [Fact]
    public void What_is_unknown_survives_an_edit()
    {
        var text = OtioWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Film, transition: new ClipTransition(3, 4)))
            .Replace("\"metadata\": {},", "\"metadata\": {\"theirs\": {\"at\": [Inf, -Infinity, NaN, 18446744073709551615], \"Inf\": \"NaN \\\" Inf\"}},", StringComparison.Ordinal)
            .Replace("\"enabled\": true", "\"enabled\": true, \"colour\": \"PINK\"", StringComparison.Ordinal);
        var timeline = OtioReader.Read(text, "a.otio").Timeline;
        // A person swapped the shots and made one longer.
        var edited = OtioWriter.Write(timeline with
        {
            Clips = [.. timeline.Clips.Select(clip => clip.Name switch { "1B" => clip with { RecordIn = 0, Transition = null }, "1A" => clip with { RecordIn = 36, Duration = 60, Name = "1A longer" }, _ => clip })],
        });
        var back = OtioReader.Read(edited, "a.otio").Timeline;
        Assert.Equal([("1B", 0L, 36L), ("1A longer", 36L, 60L)], back.Track(TrackKind.Picture, 0).Select(clip => (clip.Name, clip.RecordIn, clip.Duration)));
        foreach (var kept in new[] { "Inf,", "-Infinity,", "NaN,", "18446744073709551615", "\"Inf\": \"NaN \\\" Inf\"", "\"colour\": \"PINK\"" })
            Assert.Contains(kept, edited, StringComparison.Ordinal);
        // One transition with its metadata went; all others are there.
        Assert.Equal(Count(text, "18446744073709551615") - 1, Count(edited, "18446744073709551615"));

        static int Count(string text, string part) => text.Split(part).Length - 1;
    }

    [Fact]
    public void A_transition_at_the_end_and_a_track_of_another_kind_stay()
    {
        var text = OtioWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Film));
        var root = JsonNode.Parse(text)?.AsObject() ?? [];
        var stack = OtioItem.List(root["tracks"], "children");
        OtioItem.List(stack[0], "children").Add(new JsonObject { ["OTIO_SCHEMA"] = "Transition.1", ["in_offset"] = OtioTime.Write(5, TimelineSamples.Film), ["out_offset"] = OtioTime.Write(0, TimelineSamples.Film), ["theirs"] = 7 });
        stack.Insert(0, new JsonObject { ["OTIO_SCHEMA"] = "Stack.1", ["name"] = "slate" });
        var reading = OtioReader.Read(root.ToJsonString(), "a.otio");
        Assert.Single(reading.Remarks);
        Assert.True(JsonNode.DeepEquals(root, JsonNode.Parse(OtioWriter.Write(reading.Timeline))));
    }

    [Fact]
    public void A_marker_hangs_on_its_frame_of_the_source()
    {
        var timeline = TimelineSamples.TwoShots(TimelineSamples.Film);
        timeline = timeline with { Clips = [timeline.Clips[0] with { Markers = [new TimelineMarker(12, "here", "GREEN")] }] };
        var text = OtioWriter.Write(timeline);
        Assert.Equal(112, JsonNode.Parse(text)?["tracks"]?["children"]?[0]?["children"]?[0]?["markers"]?[0]?["marked_range"]?["start_time"]?["value"]?.GetValue<double>());
        Assert.Contains("\"Marker.2\"", text, StringComparison.Ordinal);
        Assert.Equal(new TimelineMarker(12, "here", "GREEN"), OtioReader.Read(text, "a.otio").Timeline.Clips[0].Markers[0]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1, 2")]
    [InlineData("null")]
    [InlineData("{\"OTIO_SCHEMA\": \"Clip.2\"}")]
    [InlineData("{\"OTIO_SCHEMA\": \"Timeline.1\", \"tracks\": {\"OTIO_SCHEMA\": \"Stack.1\", \"children\": []}}")]
    [InlineData("{\"OTIO_SCHEMA\": \"Timeline.1\", \"tracks\": {\"OTIO_SCHEMA\": \"Stack.1\", \"children\": [{\"OTIO_SCHEMA\": \"Track.1\", \"children\": [{\"OTIO_SCHEMA\": \"Clip.2\", \"source_range\": {\"duration\": {\"rate\": NaN, \"value\": 3}}}]}]}}")]
    public void What_is_no_timeline_is_a_fault(string text) =>
        Assert.Equal("KX1561", Assert.Throws<FaultException>(() => OtioReader.Read(text, "a.otio")).Fault.Code);

    [Fact]
    public void Damaged_files_are_read_or_refused_and_never_anything_else()
    {
        var whole = System.Text.Encoding.UTF8.GetBytes(OtioWriter.Write(TimelineSamples.Random(5)));
        for (var seed = 0; seed < 400; seed++)
            Try(System.Text.Encoding.UTF8.GetString(new ByteDamage(seed).Of(whole)));
        // Numbers that overflow, and things where others are meant.
        var text = OtioWriter.Write(TimelineSamples.TwoShots(TimelineSamples.Ntsc));
        foreach (var (from, to) in new[] { ("\"value\": 48", "\"value\": 1e300"), ("\"value\": 48", "\"value\": 9e11"), ("\"value\": 48", "\"value\": -48"), ("29.97002997002997", "1e-300"), ("29.97002997002997", "-1"), ("29.97002997002997", "\"x\""), ("\"metadata\": {}", "\"metadata\": 3"), ("\"markers\": []", "\"markers\": 4"), ("\"children\": [", "\"children\": [null, 3, [],"), ("\"name\": \"1A\"", "\"name\": {}") })
            Try(text.Replace(from, to, StringComparison.Ordinal));

        static void Try(string text)
        {
            try
            {
                OtioWriter.Write(OtioReader.Read(text, "a.otio").Timeline);
            }
            catch (FaultException)
            {
            }
        }
    }
}
