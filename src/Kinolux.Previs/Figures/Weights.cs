namespace Kinolux.Previs.Figures;

/// <summary>What moves a corner: up to four joints and their shares, which sum to 1.</summary>
internal readonly record struct Weights(Joint A, float ShareA, Joint B = Joint.Hips, float ShareB = 0, Joint C = Joint.Hips, float ShareC = 0, Joint D = Joint.Hips, float ShareD = 0)
{
    public static implicit operator Weights(Joint joint) => new(joint, 1);

    /// <summary>Between two weightings; where more than four joints take part, the four that move most stay.</summary>
    public static Weights Mix(Weights first, Weights second, float share)
    {
        if (share <= 0)
            return first;
        if (share >= 1)
            return second;
        Span<(Joint Joint, float Share)> all = stackalloc (Joint, float)[8];
        var count = 0;
        Put(all, ref count, first, 1 - share);
        Put(all, ref count, second, share);
        all[..count].Sort((a, b) => b.Share.CompareTo(a.Share));
        for (var i = count; i < 4; i++)
            all[i] = (Joint.Hips, 0);
        var sum = all[0].Share + all[1].Share + all[2].Share + all[3].Share;
        return new(all[0].Joint, all[0].Share / sum, all[1].Joint, all[1].Share / sum, all[2].Joint, all[2].Share / sum, all[3].Joint, all[3].Share / sum);
    }

    private static void Put(Span<(Joint Joint, float Share)> all, ref int count, Weights weights, float by)
    {
        foreach (var (joint, share) in (ReadOnlySpan<(Joint, float)>)[(weights.A, weights.ShareA), (weights.B, weights.ShareB), (weights.C, weights.ShareC), (weights.D, weights.ShareD)])
        {
            if (share <= 0)
                continue;
            var at = 0;
            while (at < count && all[at].Joint != joint)
                at++;
            if (at == count)
                all[count++] = (joint, 0);
            all[at].Share += share * by;
        }
    }
}
