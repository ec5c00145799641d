using System.CommandLine;
using Kinolux.Core.Processes;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux doctor [--install]</c>: what this machine has of what Kinolux needs.</summary>
internal static class DoctorCommand
{
    public static Command Create(CliContext context)
    {
        var install = new Option<bool>("--install") { Description = "Install what is missing with Debian's apt-get (with sudo when you are not root)." };
        var command = new KinoluxCommand("doctor", "Checks this machine: tools, fonts, disk, cores, SIMD width.", "doctor", "doctor --install") { install };
        command.SetAction(parsed =>
        {
            var findings = Machine.Look(context.Cancel);
            if (parsed.GetValue(install))
            {
                Install(context, [.. findings.Where(finding => !finding.Present && finding.Package is not null).Select(finding => finding.Package ?? "").Distinct()]);
                findings = Machine.Look(context.Cancel);
            }
            context.Write(new { Ready = findings.All(finding => finding.Present || !finding.Required), Findings = findings }, () => Show(context, findings));
            return findings.All(finding => finding.Present || !finding.Required) ? 0 : 3;
        });
        return command;
    }

    private static void Show(CliContext context, IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings)
            context.Out.WriteLine($"{(finding.Present ? "ok     " : finding.Required ? "MISSING" : "without")}  {finding.Name,-13}  {finding.Detail}");
        if (findings.Any(finding => !finding.Present && finding.Package is not null))
            context.Out.WriteLine("try: kinolux doctor --install");
    }

    private static void Install(CliContext context, IReadOnlyList<string> packages)
    {
        if (packages.Count == 0)
            return;
        var what = string.Join(' ', packages);
        context.Note($"Installing {what} with apt-get …");
        string[] prefix = Environment.IsPrivilegedProcess ? [] : ["sudo", "-n"];
        foreach (var step in (string[][])[["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", .. packages]])
        {
            string[] line = [.. prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", .. step];
            var result = Tool.Run(line[0], line[1..], context.Cancel);
            if (result.ExitCode != 0)
                throw Core.Faults.FaultException.Of("KX3002", ("what", what)).With(result.ErrorTail);
        }
    }
}
