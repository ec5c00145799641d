namespace Kinolux.Bench.Restore;

/// <summary>What people use against a kind of damage and what runs here: a filter of ffmpeg's, or a method of opencv_peers.py.</summary>
/// <param name="Name">As the table shows it.</param>
/// <param name="Filter">What goes behind <c>-vf</c>; <c>{trf}</c> stands for a scratch file, <c>{kept}</c> for an expression that leaves out the lost frames, <c>{count}</c> and <c>{rate}</c> for the film's.</param>
/// <param name="FirstPass">A filter for a pass before it; null for none.</param>
/// <param name="OpenCv">The method, instead of a filter.</param>
internal sealed record Peer(string Name, string Filter, string? FirstPass = null, string? OpenCv = null)
{
    public static Peer Cv(string name, string method) => new("OpenCV " + name, "", null, method);
}
