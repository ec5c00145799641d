namespace Kinolux.Restore.Motion;

/// <summary>How much work goes into one flow.</summary>
/// <param name="Finest">The finest pyramid level that is searched: 0 is full size, 1 half, 2 a quarter. The field's step is 2 &lt;&lt; Finest.</param>
/// <param name="Iterations">Most Gauss-Newton steps for each patch and pass.</param>
/// <param name="Polish">Most steps of one more pass at the next finer level, which gives no more vectors but better ones; 0 for none.</param>
internal sealed record FlowSettings(int Finest, int Iterations, int Polish)
{
    /// <summary>The finest pyramid level that is looked at.</summary>
    public int Reads => Polish > 0 ? Finest - 1 : Finest;

    public int Step => 2 << Finest;
}
