using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Script.Model;
using nietras.SeparatedValues;

namespace Kinolux.Script.Plays;

/// <summary>The rows of a table, with where each field is.</summary>
internal sealed class PlayTable(string text, string file)
{
    // Where reading has come: the character, its line, and where that line begins.
    private int _at;
    private int _line;
    private int _lineStart;

    /// <summary>Rows with as many fields as the first. Empty lines are none.</summary>
    /// <exception cref="FaultException">KX1405: a row has more or fewer fields, or a quote is not closed.</exception>
    public List<IReadOnlyList<PlayField>> Rows()
    {
        List<IReadOnlyList<PlayField>> rows = [];
        try
        {
            using var reader = Sep.Reader(options => options with { HasHeader = false, DisableColCountCheck = true }).FromText(text);
            foreach (var row in reader)
            {
                var line = _line;
                if (row.Span.Count('"') % 2 != 0)
                    throw Fault(line, "its quote is not closed");
                var fields = Fields(row);
                // The end of the line.
                Pass(_at + 1 < text.Length && text[_at] == '\r' && text[_at + 1] == '\n' ? 2 : Math.Min(1, text.Length - _at));
                if (row.Span.IsWhiteSpace())
                    continue;
                if (rows.Count > 0 && fields.Count != rows[0].Count)
                    throw Fault(line, $"it has {fields.Count} fields, and the first row {rows[0].Count}");
                rows.Add(fields);
            }
        }
        catch (Exception cause) when (cause is InvalidDataException or NotSupportedException)
        {
            throw Fault(_line, cause.Message);
        }
        return rows;
    }

    public FaultException Fault(int line, string why) => FaultException.Of("KX1405", ("file", file), ("line", (line + 1).ToString(CultureInfo.InvariantCulture)), ("why", why));

    private List<PlayField> Fields(SepReader.Row row)
    {
        List<PlayField> fields = new(row.ColCount);
        for (var i = 0; i < row.ColCount; i++)
        {
            if (i > 0)
                Pass(1);
            var field = row[i].Span;
            var (start, line, column) = (_at, _line, _at - _lineStart);
            Pass(field.Length);
            fields.Add(new PlayField(field is ['"', .., '"'] ? field[1..^1].ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : field.ToString(), new SourceSpan(start, field.Length, line, _line, column)));
        }
        return fields;
    }

    private void Pass(int count)
    {
        for (var end = _at + count; _at < end; _at++)
            if (text[_at] == '\n' || text[_at] == '\r' && !(_at + 1 < text.Length && text[_at + 1] == '\n'))
                (_line, _lineStart) = (_line + 1, _at + 1);
    }
}
