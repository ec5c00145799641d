namespace Kinolux.Restore.Survey.Steps;

/// <summary>A grid of steps as a record of fixed size.</summary>
internal static class StepRecord
{
    /// <summary>Bytes of a record.</summary>
    public const int Size = sizeof(ushort) + 2 * sizeof(float) + 3 * StepGrid.Cells;

    public static void Write(StepGrid? step, BinaryWriter to)
    {
        // 0 where there was nothing to compare with.
        to.Write((ushort)(step?.Lag ?? 0));
        to.Write(step?.X ?? 0);
        to.Write(step?.Y ?? 0);
        to.Write(step is null ? new byte[StepGrid.Cells] : Array.ConvertAll(step.Change, change => (byte)change));
        to.Write(step?.Mismatch ?? new byte[StepGrid.Cells]);
        to.Write(step is null ? new byte[StepGrid.Cells] : Array.ConvertAll(step.Vigour, vigour => (byte)vigour));
    }

    public static StepGrid? Read(BinaryReader from)
    {
        var (lag, x, y) = (from.ReadUInt16(), from.ReadSingle(), from.ReadSingle());
        var (change, mismatch, vigour) = (from.ReadBytes(StepGrid.Cells), from.ReadBytes(StepGrid.Cells), from.ReadBytes(StepGrid.Cells));
        return lag == 0 ? null : new StepGrid(lag, x, y, Array.ConvertAll(change, value => (sbyte)value), mismatch, Array.ConvertAll(vigour, value => (sbyte)value));
    }
}
