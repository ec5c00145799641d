using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Restore.Survey.Flecks;

namespace Kinolux.Restore.Survey;

/// <summary>Writes a survey's file frame by frame, then what was concluded from them, then a hash over it all; moves it into place when complete.</summary>
internal sealed class SurveyWriter : IDisposable
{
    private readonly string _file;
    private readonly string _temporary;
    private readonly FrameFormat _format;
    private readonly FileStream _stream;
    private readonly BinaryWriter _writer;

    public SurveyWriter(string file, FrameFormat format)
    {
        (_file, _temporary, _format) = (file, file + ".part", format);
        File.Delete(_temporary);
        _stream = new FileStream(_temporary, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);
        _writer = new BinaryWriter(_stream);
        _writer.Write(SurveyFile.Magic);
        _writer.Write(JsonSerializer.Serialize(format, KinoluxJson.Line));
        _writer.Flush();
        FramesAt = _stream.Position;
    }

    public int Count { get; private set; }

    private long FramesAt { get; }

    public void Add(FrameSurvey frame)
    {
        SurveyRecord.Write(frame, _writer);
        Count++;
    }

    public void Complete(Func<string> key, Func<IReadOnlyList<FrameSurvey>, (IReadOnlyList<Shot> Shots, IReadOnlyList<Proposal> Findings)> conclude)
    {
        _writer.Flush();
        var frames = new SurveyFrames(_stream, FramesAt, Count);
        var (shots, findings) = conclude(frames);
        var dirt = DirtEvidence.Of(frames, shots, _format.Width, _format.Height);
        _stream.Seek(0, SeekOrigin.End);
        _writer.Write(JsonSerializer.Serialize(new SurveyFile.Conclusions(key(), shots, findings, dirt), KinoluxJson.Line));
        _writer.Write(Count);
        _writer.Flush();
        _stream.Position = 0;
        var hash = SHA256.HashData(_stream);
        _writer.Write(hash);
        _writer.Dispose();
        AtomicFile.Place(_temporary, _file, overwrite: true);
    }

    public void Dispose()
    {
        try
        {
            _writer.Dispose();
        }
        catch (IOException)
        {
            // What did not fit onto the disk any more was only to be thrown away.
        }
        File.Delete(_temporary);
    }
}
