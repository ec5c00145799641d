using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.Core;

public sealed class ToolTests
{
    [Fact]
    public void A_tool_that_is_missing_is_a_coded_fault()
    {
        var fault = Assert.Throws<FaultException>(() => Tool.Start("kinolux-no-such-program", [])).Fault;
        Assert.Equal(("KX3001", 3), (fault.Code, fault.ExitCode));
        Assert.Contains("kinolux-no-such-program", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_reach_the_tool_as_they_are()
    {
        string[] odd = ["two words", "$HOME", "'quoted\"", "*", ";", "a\nb", "-n", ""];
        var result = Tool.Run("printf", ["%s|", .. odd]);
        Assert.Equal(string.Concat(odd.Select(word => word + "|")), result.Output);
    }

    [Fact]
    public void Much_error_output_neither_blocks_nor_grows()
    {
        var result = Tool.Run("sh", ["-c", "i=0; while [ $i -lt 20000 ]; do echo line $i >&2; i=$((i+1)); done; echo done; exit 7"]);
        Assert.Equal((7, "done\n"), (result.ExitCode, result.Output));
        Assert.Equal(8000, result.ErrorTail.Length);
        Assert.EndsWith("line 19999\n", result.ErrorTail, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_go_through_untouched()
    {
        using var tool = Tool.Start("cat", []);
        var bytes = Encoding.Latin1.GetBytes(new string([.. Enumerable.Range(0, 256).Select(i => (char)i)]));
        tool.Input.Write(bytes);
        tool.Input.Close();
        using var back = new MemoryStream();
        tool.Output.CopyTo(back);
        Assert.Equal(0, tool.Wait());
        Assert.Equal(bytes, back.ToArray());
    }

    [Fact]
    public void Cancelling_ends_the_tool()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.Throws<OperationCanceledException>(() => Tool.Run("sleep", ["60"], stop.Token));
    }
}
