using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Kinolux.Report.Paper;

/// <summary>
/// Adds a file to a document that is written: Skia attaches none. It is an incremental update (ISO 32000-1, 7.5.6): what was written stays as it is, and
/// behind it come the file, what describes it, the catalog again with both, and a table that points back to the first.
/// </summary>
internal static class PaperUpdate
{
    /// <summary>Writes a document with a file in it.</summary>
    /// <param name="pdf">As Skia writes it: one table of objects, in plain text.</param>
    public static void Write(Stream stream, ReadOnlySpan<byte> pdf, PaperAttachment file)
    {
        var table = Number(After(pdf, "startxref"u8, pdf.LastIndexOf("startxref"u8)));
        var trailer = pdf[(table + pdf[table..].IndexOf("trailer"u8))..];
        var size = Number(After(trailer, "/Size "u8));
        var root = Number(After(trailer, "/Root "u8));
        var info = Number(After(trailer, "/Info "u8));
        var (content, described) = (size, size + 1);
        var packed = Packed(file.Bytes.Span);
        using var update = new MemoryStream();
        var places = new int[3];
        var start = pdf.Length;

        places[0] = Begin(content);
        Text($"<</Type /EmbeddedFile\n/Subtype /{file.MediaType.Replace("/", "#2F", StringComparison.Ordinal)}\n/Params <</Size {file.Bytes.Length}>>\n/Filter /FlateDecode\n/Length {packed.Length}>>\nstream\n");
        update.Write(packed);
        Text($"\nendstream\nendobj\n");
        places[1] = Begin(described);
        Text($"<</Type /Filespec\n/F ({file.Name})\n/UF ({file.Name})\n/Desc ({file.Says})\n/AFRelationship /Source\n/EF <</F {content} 0 R\n/UF {content} 0 R>>>>\nendobj\n");
        places[2] = Begin(root);
        Text($"<</Names <</EmbeddedFiles <</Names [({file.Name}) {described} 0 R]>>>>\n/AF [{described} 0 R]\n{Catalog(pdf, table, root)}\nendobj\n");
        var end = start + (int)update.Length;
        Text($"xref\n{root} 1\n{places[2]:0000000000} 00000 n \n{content} 2\n{places[0]:0000000000} 00000 n \n{places[1]:0000000000} 00000 n \n");
        Text($"trailer\n<</Size {size + 2}\n/Root {root} 0 R\n/Info {info} 0 R\n/Prev {table}>>\nstartxref\n{end}\n%%EOF\n");
        stream.Write(pdf);
        stream.Write(update.GetBuffer().AsSpan(0, (int)update.Length));

        int Begin(int number)
        {
            var place = start + (int)update.Length;
            Text($"{number} 0 obj\n");
            return place;
        }

        void Text(FormattableString text) => update.Write(Encoding.ASCII.GetBytes(text.ToString(CultureInfo.InvariantCulture)));
    }

    // What Skia's catalog says, without its opening brackets. An entry of its table is 20 bytes, and the first is object 0.
    private static string Catalog(ReadOnlySpan<byte> pdf, int table, int root)
    {
        var entries = After(pdf[table..], "\n"u8, pdf[table..].IndexOf("0 "u8));
        var body = pdf[Number(entries[(20 * root)..])..];
        return Encoding.ASCII.GetString(body[(body.IndexOf("<<"u8) + 2)..body.IndexOf("endobj"u8)]).TrimEnd();
    }

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            packer.Write(bytes);
        return packed.ToArray();
    }

    private static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark, int from = 0) => bytes[from..][(bytes[from..].IndexOf(mark) + mark.Length)..];

    private static int Number(ReadOnlySpan<byte> bytes)
    {
        var at = bytes.IndexOfAnyInRange((byte)'0', (byte)'9');
        var length = bytes[at..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return int.Parse(bytes.Slice(at, length), CultureInfo.InvariantCulture);
    }
}
