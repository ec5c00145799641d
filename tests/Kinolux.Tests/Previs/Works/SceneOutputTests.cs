using System.Xml.Linq;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Previs.Animatics;
using Kinolux.Previs.Boards;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Plans;
using Kinolux.Previs.Rendering;
using Kinolux.Previs.Works;
using Kinolux.Script.Files;
using Kinolux.Script.Identity;
using Kinolux.Script.People;
using Kinolux.Tests.Previs.Shots;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Previs.Works;

public sealed class SceneOutputTests
{
    private static readonly FilmBack Back = new(Sensor.Super35, 1.85);

    [Fact]
    public void A_floor_plan_shows_every_set_up_and_everybody()
    {
        using var folder = new TemporaryFolder();
        var scene = Scenes(folder, Plans.Dialogue)[0];
        var text = FloorPlan.Of(scene);
        XDocument.Parse(text);
        Assert.All(scene.Shots.Select(shot => shot.Framing.Words), words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Contains(">ANNA<", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_shot_has_a_panel_and_the_same_scene_the_same_pictures()
    {
        using var folder = new TemporaryFolder();
        var scene = Scenes(folder, Plans.Dialogue)[0];
        var (one, other) = (Directory.CreateDirectory(folder.File("one")).FullName, Directory.CreateDirectory(folder.File("other")).FullName);
        var panels = BoardPictures.Draw(scene, one, 320, RenderStyle.Drawn, new RowRunner(2));
        BoardPictures.Draw(scene, other, 320, RenderStyle.Drawn, RowRunner.Serial);
        Assert.Equal(scene.Shots.Count, panels.Count);
        Assert.All(panels, panel => Assert.Equal(File.ReadAllBytes(Path.Combine(one, panel.File)), File.ReadAllBytes(Path.Combine(other, panel.File))));
    }

    [Fact]
    public void An_animatic_lasts_as_long_as_its_shots_in_picture_and_sound()
    {
        using var folder = new TemporaryFolder();
        var rate = new Rational(30000, 1001);
        var file = Write(folder, "INT. CELL - DAY\n\nANNA\nGo.\n\nBOB\nNo.\n");
        var spoken = new SpokenScript(folder.File("voices"), Cast.Of(file.Script), rate, TestContext.Current.CancellationToken);
        var scenes = ScriptScenes.Of(file, null, ScriptIdentity.None, rate, Back, spoken.Frames);
        AnimaticVideo.Write(folder.File("a.mp4"), scenes, spoken, 160, new JobSteps(null, TimeProvider.System, AnimaticVideo.Steps(scenes)), TestContext.Current.CancellationToken);
        var film = Film.Open(folder.File("a.mp4"));
        Assert.Equal(scenes.Sum(scene => scene.Shots.Sum(shot => shot.Frames.Count)), film.FrameCount);
        Assert.Equal(rate, film.Rate);
    }

    private static IReadOnlyList<CutScene> Scenes(TemporaryFolder folder, string text) => ScriptScenes.Of(Write(folder, text), null, ScriptIdentity.None, new Rational(24, 1), Back);

    private static ScriptFile Write(TemporaryFolder folder, string text)
    {
        File.WriteAllText(folder.File("a.fountain"), text);
        return ScriptFile.Read(folder.File("a.fountain"));
    }
}
