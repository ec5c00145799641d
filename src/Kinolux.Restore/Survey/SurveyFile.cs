using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Restore.Survey;

/// <summary>Reads a survey's file: a header, one record per frame, the conclusions with the film's key, and a hash over all of it.</summary>
internal static class SurveyFile
{
    /// <summary>Name and version; raised whenever the measurements or what is concluded from them change, so that old files are made again.</summary>
    public const string Magic = "kinolux survey 13";

    private const int HashLength = 32;

    // Bytes: of what is concluded from the longest film.
    private const int LongestText = 1 << 28;

    public static FilmSurvey? TryOpen(string file, string key)
    {
        // What has no length may be a pipe, which would never end.
        if (new FileInfo(file) is not { Exists: true, Length: > 0 })
            return null;
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1 << 16);
        try
        {
            if (Read(stream, key) is { } survey)
                return survey;
        }
        catch (Exception e) when (e is IOException or JsonException or ArgumentException or FormatException)
        {
            // A damaged survey is made again, as a missing one is.
        }
        stream.Dispose();
        return null;
    }

    private static FilmSurvey? Read(FileStream stream, string key)
    {
        if (stream.Length <= HashLength)
            return null;
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (Text(reader) != Magic)
            return null;
        var format = KinoluxJson.Read<FrameFormat>(Text(reader));
        var start = stream.Position;
        stream.Position = stream.Length - HashLength - sizeof(int);
        var count = reader.ReadInt32();
        stream.Position = start + (long)count * SurveyRecord.Size;
        var conclusions = KinoluxJson.Read<Conclusions>(Text(reader));
        // What is longer than it says it is need not be read to its end.
        var isWhole = stream.Position + sizeof(int) + HashLength == stream.Length && IsWhole(stream);
        return !isWhole || conclusions.Key != key
            ? null
            : new FilmSurvey(format, new SurveyFrames(stream, start, count), conclusions.Shots, conclusions.Findings) { Dirt = conclusions.Dirt };
    }

    private static string Text(BinaryReader reader)
    {
        var length = reader.Read7BitEncodedInt();
        return length is >= 0 and <= LongestText ? Encoding.UTF8.GetString(reader.ReadBytes(length)) : throw new IOException("a text is too long");
    }

    private static bool IsWhole(FileStream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        stream.Position = 0;
        for (var left = stream.Length - HashLength; left > 0;)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
                return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }
        var expected = new byte[HashLength];
        stream.ReadExactly(expected);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(expected);
    }

    internal sealed record Conclusions(string Key, IReadOnlyList<Shot> Shots, IReadOnlyList<Proposal> Findings, IReadOnlyList<double> Dirt);
}
