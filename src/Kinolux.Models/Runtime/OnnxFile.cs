namespace Kinolux.Models.Runtime;

/// <summary>
/// Walks through an ONNX file before ONNX Runtime sees it: that it is whole, and that it stands alone. A model may name other files for its numbers, by any path; those are refused.
/// The numbers are the fields' of onnx.proto.
/// </summary>
internal static class OnnxFile
{
    // Graphs in graphs, as a hostile file has them without end.
    private const int Deepest = 32;

    private const int ExternalData = 13;
    private const int DataLocation = 14;

    /// <summary>Why the bytes are no model that stands alone; null where they are one.</summary>
    public static string? Problem(ReadOnlySpan<byte> model)
    {
        try
        {
            var graphs = 0;
            var reader = new ProtoReader(model);
            while (reader.Next())
                if (reader is { Field: 7, IsBytes: true })
                {
                    graphs++;
                    Check(reader.Bytes, Part.Graph, 0);
                }
                else if (reader is { Field: 20 or 25, IsBytes: true })
                    Check(reader.Bytes, reader.Field == 20 ? Part.Training : Part.Function, 0);
            return graphs == 1 ? null : "it holds no graph, or more than one";
        }
        catch (InvalidDataException cause)
        {
            return cause.Message;
        }
    }

    private static void Check(ReadOnlySpan<byte> bytes, Part part, int depth)
    {
        if (depth > Deepest)
            throw new InvalidDataException("its graphs lie too deep in each other");
        var reader = new ProtoReader(bytes);
        while (reader.Next())
            if (part == Part.Tensor && reader.Field is ExternalData or DataLocation && (reader.IsBytes || reader.Number != 0))
                throw new InvalidDataException("it keeps numbers in another file; a model must stand alone");
            else if (reader.IsBytes && Inside(part, reader.Field) is { } inner)
                Check(reader.Bytes, inner, depth + 1);
    }

    private static Part? Inside(Part part, int field) => (part, field) switch
    {
        (Part.Graph, 1) or (Part.Function, 7) => Part.Node,
        (Part.Graph, 5) or (Part.Attribute, 5 or 10) or (Part.Sparse, 1 or 2) => Part.Tensor,
        (Part.Graph, 15) or (Part.Attribute, 22 or 23) => Part.Sparse,
        (Part.Node, 5) or (Part.Function, 11) => Part.Attribute,
        (Part.Attribute, 6 or 11) or (Part.Training, 1 or 2) => Part.Graph,
        _ => null,
    };

    private enum Part
    {
        Graph,
        Node,
        Attribute,
        Tensor,
        Sparse,
        Function,
        Training,
    }
}
