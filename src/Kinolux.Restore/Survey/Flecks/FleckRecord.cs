namespace Kinolux.Restore.Survey.Flecks;

/// <summary>A census as a record of fixed size.</summary>
internal static class FleckRecord
{
    private const int Cells = FleckCensus.Side * FleckCensus.Side;
    private const int One = 3 * sizeof(ushort) + 4;

    /// <summary>Bytes of a record.</summary>
    public const int Size = 1 + Cells + FleckCensus.Most * One;

    public static void Write(FleckCensus? census, BinaryWriter to)
    {
        // One more than there are: 0 where nobody looked.
        to.Write((byte)(census is null ? 0 : census.Flecks.Count + 1));
        to.Write(census?.Still ?? new byte[Cells]);
        foreach (var fleck in census?.Flecks ?? [])
        {
            to.Write(fleck.X);
            to.Write(fleck.Y);
            to.Write(fleck.Area);
            to.Write(fleck.Tone);
            to.Write(fleck.IsBright);
            to.Write(fleck.Cos);
            to.Write(fleck.Sin);
        }
        to.Write(new byte[(FleckCensus.Most - (census?.Flecks.Count ?? 0)) * One]);
    }

    public static FleckCensus? Read(BinaryReader from)
    {
        var count = Math.Min(from.ReadByte() - 1, FleckCensus.Most);
        var still = from.ReadBytes(Cells);
        var flecks = new Fleck[Math.Max(0, count)];
        for (var i = 0; i < flecks.Length; i++)
            flecks[i] = new Fleck(from.ReadUInt16(), from.ReadUInt16(), from.ReadUInt16(), from.ReadByte(), from.ReadBoolean(), from.ReadSByte(), from.ReadSByte());
        from.ReadBytes((FleckCensus.Most - flecks.Length) * One);
        return count < 0 ? null : new FleckCensus(still, flecks);
    }
}
