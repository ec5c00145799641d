using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Work.Log;

/// <summary>What a person wants instead of what was proposed: another change, another region, or both.</summary>
public sealed record Edit(JsonObject? Change, RegionMask? Mask)
{
    /// <exception cref="FaultException">KX2405: the file is not there or holds neither.</exception>
    public static Edit Read(string path)
    {
        try
        {
            var edit = KinoluxJson.Read<Edit>(WholeFile.Text(path));
            return (edit.Change ?? (object?)edit.Mask) is not null ? edit : throw new JsonException("it needs change, mask or both");
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2405", cause, ("file", path), ("why", cause.Message));
        }
    }
}
