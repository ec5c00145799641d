using Kinolux.Core.Time;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Dpx;

/// <summary>Takes the DPX pictures that ffmpeg writes to a pipe and puts each into a file of its own with a whole header.</summary>
internal sealed class DpxFiles(DpxHeader header, Timecode? start, string folder, string pattern, long first, int frames)
{
    // What ffmpeg writes: generic header only, and in it the file's size.
    private const int GenericSize = 1664;

    public void Drain(Stream pictures)
    {
        var (_, prefix, digits, suffix) = ImageSequence.Split(pattern);
        var head = new byte[DpxHeader.Size];
        var body = Array.Empty<byte>();
        for (var frame = 0; pictures.ReadAtLeast(head.AsSpan(0, GenericSize), GenericSize, throwOnEndOfStream: false) == GenericSize; frame++)
        {
            // ffmpeg takes the byte order of the samples for the header, and for bytes little-endian.
            DpxHeader.TryOrder(head, out var big);
            var size = (int)(DpxHeader.Word(head, 16, big) - DpxHeader.Word(head, 4, big));
            if (body.Length != size)
                body = new byte[size];
            pictures.ReadExactly(body);
            DpxHeader.Put(head, 4, DpxHeader.Size, big);
            DpxHeader.Put(head, 16, (uint)(DpxHeader.Size + size), big);
            DpxHeader.Put(head, 28, DpxHeader.Size - GenericSize, big);
            DpxHeader.Put(head, 808, DpxHeader.Size, big);
            header.WriteTo(head, big, start?.Add(frame), frame, frames);
            using var file = File.Create(Path.Combine(folder, prefix + ImageSequence.Number(first + frame, digits) + suffix));
            file.Write(head);
            file.Write(body);
        }
    }
}
