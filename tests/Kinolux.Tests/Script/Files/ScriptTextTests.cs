using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Script.Files;

namespace Kinolux.Tests.Script.Files;

/// <summary>Bytes come back as they were, whatever they are.</summary>
public sealed class ScriptTextTests
{
    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("iso-8859-1", false)]
    public void An_encoding_is_recognised(string name, bool hasMark)
    {
        const string Story = "INT. CAFÉ - DAY\r\n\r\nÉmile waits.\r\n";
        byte[] bytes = [.. hasMark ? Encoding.GetEncoding(name) is UTF8Encoding ? new UTF8Encoding(true).Preamble : Encoding.GetEncoding(name).Preamble : [], .. Encoding.GetEncoding(name).GetBytes(Story)];
        var text = ScriptText.Read(bytes);
        Assert.Equal(Story, text.Text);
        Assert.Equal(bytes, text.Bytes());
        Assert.Equal(name != "utf-8", text.IsForeign);
    }

    [Fact]
    public void Any_bytes_come_back()
    {
        var random = new Random(5);
        for (var i = 0; i < 20000; i++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            if (i % 2 == 0)
                for (var at = 0; at < bytes.Length; at++)
                    bytes[at] &= 0x7f;
            if (i % 5 == 0 && bytes.Length > 3)
                Encoding.UTF8.Preamble.CopyTo(bytes);
            if (i % 7 == 0 && bytes.Length > 2)
                Encoding.Unicode.Preamble.CopyTo(bytes);
            Assert.Equal(bytes, ScriptText.Read(bytes).Bytes());
        }
    }

    [Fact]
    public void An_untouched_file_comes_back_byte_for_byte()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("story"), "*.fountain", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllBytes(path), ScriptFile.Read(path).Text.Bytes());
    }

    [Fact]
    public void A_line_of_millions_is_a_fault_that_names_it()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("long.fountain");
        File.WriteAllText(path, "INT. A\n\n" + new string('x', 2 << 20));
        var fault = Assert.Throws<FaultException>(() => ScriptFile.Read(path)).Fault;
        Assert.Equal("KX1402", fault.Code);
        Assert.Contains("line 3", fault.Message, StringComparison.Ordinal);
    }
}
