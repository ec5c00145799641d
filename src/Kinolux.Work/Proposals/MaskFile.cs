using Kinolux.Core.Review;

namespace Kinolux.Work.Proposals;

/// <summary>Run lengths of masks, one after another as variable-length integers, so that lists of a million specks can be read without their shapes.</summary>
public static class MaskFile
{
    /// <summary>Appends the mask's runs and returns where they begin.</summary>
    public static long Append(Stream stream, RegionMask mask)
    {
        var offset = stream.Position;
        WriteNumber(stream, mask.Runs.Count);
        foreach (var run in mask.Runs)
            WriteNumber(stream, run);
        return offset;
    }

    /// <exception cref="InvalidDataException">There is no mask at the offset.</exception>
    public static RegionMask Read(Stream stream, long offset, Box box)
    {
        stream.Seek(offset, SeekOrigin.Begin);
        var count = ReadNumber(stream);
        if (count < 0 || count > box.Area + 1)
            throw new InvalidDataException("More runs than samples.");
        var runs = new int[count];
        for (var i = 0; i < count; i++)
            runs[i] = ReadNumber(stream);
        return new RegionMask(box, runs);
    }

    private static void WriteNumber(Stream stream, int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            stream.WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }
        stream.WriteByte((byte)rest);
    }

    private static int ReadNumber(Stream stream)
    {
        var value = 0u;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = stream.ReadByte();
            if (next < 0)
                throw new InvalidDataException("The mask file ends inside a mask.");
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return (int)value;
        }
        throw new InvalidDataException("A number in the mask file is too long.");
    }
}
