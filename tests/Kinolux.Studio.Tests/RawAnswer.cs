using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Kinolux.Studio.Tests;

/// <summary>What a studio answers to bytes that no proper client would send.</summary>
internal sealed record RawAnswer(int Status, string Head, string Body)
{
    /// <param name="request">The request's first line and headers, of which Host and Connection are added where they are missing.</param>
    public static async Task<RawAnswer> OfAsync(Uri studio, string request, string body = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(studio.Host, studio.Port);
        await using var stream = client.GetStream();
        var head = request.Contains("Host:", StringComparison.Ordinal) ? request : $"{request}\r\nHost: {studio.Authority}";
        if (body.Length > 0 && !head.Contains("chunked", StringComparison.Ordinal) && !head.Contains("Content-Length", StringComparison.Ordinal))
            head += $"\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}";
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"{head}\r\nConnection: close\r\n\r\n{body}"));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var answer = await reader.ReadToEndAsync();
        var cut = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return new RawAnswer(int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture), answer[..cut], answer[(cut + 4)..]);
    }
}
