using System.Text;

namespace Kinolux.Previs.Timelines;

/// <summary>OpenTimelineIO writes numbers that JSON does not have: <c>Inf</c>, <c>-Infinity</c>, <c>NaN</c>. Here they are texts between reading and writing, so that they come back as they were.</summary>
internal static class OtioTokens
{
    private const string Mark = "kinolux:number:";

    private static readonly string[] Tokens = ["-Infinity", "Infinity", "-Inf", "Inf", "NaN"];

    /// <summary>The file as JSON.</summary>
    public static string ToJson(string text)
    {
        var json = new StringBuilder(text.Length);
        var inText = false;
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (letter == '"')
                inText = !inText;
            else if (inText && letter == '\\' && i + 1 < text.Length)
                json.Append(text[i++]);
            else if (!inText && letter is '-' or 'I' or 'N' && Array.Find(Tokens, one => string.CompareOrdinal(text, i, one, 0, one.Length) == 0) is { } token)
            {
                json.Append('"').Append(Mark).Append(token).Append('"');
                i += token.Length - 1;
                continue;
            }
            json.Append(text[i]);
        }
        return json.ToString();
    }

    /// <summary>The file that was read as this JSON.</summary>
    public static string FromJson(string json)
    {
        foreach (var token in Tokens)
            json = json.Replace($"\"{Mark}{token}\"", token, StringComparison.Ordinal);
        return json;
    }
}
