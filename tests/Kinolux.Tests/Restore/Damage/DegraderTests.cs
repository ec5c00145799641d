using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Evaluation;

namespace Kinolux.Tests.Restore.Damage;

public sealed class DegraderTests
{
    private const DamageKinds NoLoss = DamageWords.Everything & ~DamageKinds.Missing;
    private readonly FramePool _pool = new();

    private Frame Damaged(Frame clean, int number, DamageOptions options, RowRunner? rows = null, DamageMasks? masks = null)
    {
        var degrader = new Degrader(clean.Format, 1000, options, _pool, rows ?? RowRunner.Serial);
        return degrader.Apply(degrader.Plan(number), clean, null, masks);
    }

    [Fact]
    public void Strength_zero_changes_nothing()
    {
        using var clean = CleanPictures.Make(_pool, 97, 61, PixelLayout.Yuv420);
        for (var number = 0; number < 12; number++)
        {
            using var damaged = Damaged(clean, number, new DamageOptions(DamageWords.Everything, 0));
            Assert.Equal(CleanPictures.Samples(clean), CleanPictures.Samples(damaged));
        }
    }

    [Theory]
    [InlineData(PixelLayout.Gray, 8, 160, 90)]
    [InlineData(PixelLayout.Yuv420, 8, 161, 91)]
    [InlineData(PixelLayout.Yuv422, 10, 33, 17)]
    [InlineData(PixelLayout.Yuv444, 12, 16, 16)]
    [InlineData(PixelLayout.Rgb, 16, 64, 48)]
    [InlineData(PixelLayout.Gray, 8, 1, 1)]
    public void A_seed_gives_the_same_bits_on_one_thread_and_many_in_any_order(PixelLayout layout, int depth, int width, int height)
    {
        var options = new DamageOptions(NoLoss, 1.5, 7);
        using var clean = CleanPictures.Make(_pool, width, height, layout, depth);
        var forward = Enumerable.Range(0, 4).Select(n => Samples(n, RowRunner.Serial)).ToList();
        for (var n = 3; n >= 0; n--)
            Assert.Equal(forward[n], Samples(n, new RowRunner(4)));

        byte[] Samples(int n, RowRunner rows)
        {
            using var damaged = Damaged(clean, n, options, rows);
            return CleanPictures.Samples(damaged);
        }
    }

    [Fact]
    public void Another_seed_is_other_damage()
    {
        using var clean = CleanPictures.Make(_pool, 160, 90);
        using var one = Damaged(clean, 3, new DamageOptions(NoLoss, 1, 1));
        using var two = Damaged(clean, 3, new DamageOptions(NoLoss, 1, 2));
        Assert.NotEqual(CleanPictures.Samples(one), CleanPictures.Samples(two));
    }

    [Fact]
    public void Dirt_of_a_seed_does_not_depend_on_the_other_kinds()
    {
        var all = FrameDamage.Plan(5, 100, 320, 180, new DamageOptions(DamageWords.Everything));
        var only = FrameDamage.Plan(5, 100, 320, 180, new DamageOptions(DamageKinds.Dirt));
        Assert.Equal(all.Dirt, only.Dirt);
        Assert.NotEmpty(only.Dirt);
    }

    [Theory]
    [InlineData(DamageKinds.Dirt)]
    [InlineData(DamageKinds.Scratches)]
    [InlineData(DamageKinds.Stains)]
    public void The_mask_is_exactly_what_changed_visibly(DamageKinds kind)
    {
        using var clean = CleanPictures.Make(_pool, 320, 180);
        var masks = new DamageMasks(320, 180);
        using var damaged = Damaged(clean, 20, new DamageOptions(kind, 2), masks: masks);
        var mask = kind switch { DamageKinds.Dirt => masks.Dirt, DamageKinds.Scratches => masks.Scratches, _ => masks.Stains };
        Assert.Contains((byte)255, mask);
        for (var y = 0; y < 180; y++)
            for (var x = 0; x < 320; x++)
                Assert.Equal(Math.Abs(clean.Guide[x, y] - damaged.Guide[x, y]) >= DamageMasks.Threshold * 257, mask[y * 320 + x] == 255);
    }

    [Fact]
    public void Weave_moves_the_picture_by_what_the_truth_says()
    {
        using var clean = CleanPictures.Make(_pool, 320, 180);
        for (var number = 1; number < 5; number++)
        {
            var told = FrameDamage.Plan(number, 100, 320, 180, new DamageOptions(DamageKinds.Weave, 2)).Weave;
            using var damaged = Damaged(clean, number, new DamageOptions(DamageKinds.Weave, 2));
            var seen = Registration.Locate(clean.Guide, damaged.Guide);
            Assert.Equal(told.X, seen.X, 0.03f);
            Assert.Equal(told.Y, seen.Y, 0.03f);
            Assert.Equal(told.Rotation, seen.Rotation, 0.0005f);
        }
    }

    [Fact]
    public void Global_flicker_is_the_gain_and_offset_that_the_truth_says()
    {
        using var clean = CleanPictures.Make(_pool, 64, 48);
        var flicker = FrameDamage.Plan(9, 100, 64, 48, new DamageOptions(DamageKinds.GlobalFlicker)).Flicker;
        Assert.NotNull(flicker);
        using var damaged = Damaged(clean, 9, new DamageOptions(DamageKinds.GlobalFlicker));
        for (var x = 0; x < 64; x++)
            Assert.InRange(damaged.Guide[x, 11] - (clean.Guide[x, 11] * flicker.Gain + flicker.Offset * 257), -1, 1);
    }

    [Fact]
    public void Local_flicker_with_equal_control_values_is_global()
    {
        using var clean = CleanPictures.Make(_pool, 65, 47, PixelLayout.Yuv420);
        using var one = _pool.Copy(clean);
        using var other = _pool.Copy(clean);
        float[] all(float value) => [.. Enumerable.Repeat(value, FlickerState.GridWidth * FlickerState.GridHeight)];
        Exposure.Apply(one, new FlickerState(1.2f, 5, [], []), RowRunner.Serial);
        Exposure.Apply(other, new FlickerState(1, 0, all(0.2f), all(5)), RowRunner.Serial);
        for (var p = 0; p < 3; p++)
            Assert.True(Fidelity.MeanSquare(one.Planes[p], other.Planes[p]) < 0.001);
    }

    [Fact]
    public void Lost_frames_are_about_one_in_six_never_two_together_never_at_the_ends_and_keep_no_beat()
    {
        var options = new DamageOptions(DamageKinds.Missing);
        var lost = Enumerable.Range(0, 600).Where(n => LossModel.At(n, 600, options) != FrameLoss.None).ToList();
        Assert.InRange(lost.Count, 95, 100);
        Assert.DoesNotContain(0, lost);
        Assert.DoesNotContain(599, lost);
        var gaps = lost.Zip(lost.Skip(1), (a, b) => b - a).ToList();
        Assert.All(gaps, gap => Assert.True(gap >= 2));
        Assert.True(gaps.Distinct().Count() >= 5);
        Assert.Equal(3, lost.Select(n => LossModel.At(n, 600, options)).Distinct().Count());
    }

    [Fact]
    public void A_repeated_frame_is_the_one_before_it()
    {
        var options = new DamageOptions(DamageWords.Everything);
        var repeated = Enumerable.Range(1, 200).First(n => LossModel.At(n, 1000, options) == FrameLoss.Repeated);
        using var clean = CleanPictures.Make(_pool, 64, 48);
        var degrader = new Degrader(clean.Format, 1000, options, _pool, RowRunner.Serial);
        using var before = degrader.Apply(degrader.Plan(repeated - 1), clean, null);
        using var after = degrader.Apply(degrader.Plan(repeated), clean, before);
        Assert.Equal(CleanPictures.Samples(before), CleanPictures.Samples(after));
    }

    [Fact]
    public void White_noise_has_the_deviation_it_should()
    {
        using var clean = _pool.Rent(new FrameFormat(256, 256, PixelLayout.Gray, 16));
        clean.Guide.Fill(32768);
        using var damaged = Damaged(clean, 0, new DamageOptions(DamageKinds.WhiteNoise));
        Assert.Equal(20, Math.Sqrt(Fidelity.MeanSquare(clean.Guide, damaged.Guide)), 0.2);
        using var grain = Damaged(clean, 0, new DamageOptions(DamageKinds.Grain));
        Assert.Equal(5, Math.Sqrt(Fidelity.MeanSquare(clean.Guide, grain.Guide)), 0.1);
    }
}
