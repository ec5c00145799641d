using System.Text;

namespace Kinolux.Cli.Completions;

/// <summary>Scripts that complete a command line in a shell, written from the commands as they are defined.</summary>
internal static class CompletionScripts
{
    public static string Bash(IReadOnlyList<CompletedCommand> commands) =>
        $$"""
        # kinolux in bash: put this line into ~/.bashrc: source <(kinolux completion bash)
        _kinolux() {
            local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} at= word list=
            for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                case "$at $word" in {{Patterns(commands)}}) at="${at:+$at }$word" ;; esac
            done
            COMPREPLY=()
            case "$at $before" in
        {{Lines(ValueCases(commands), (pattern, values) => values.Count == 0 ? $"{pattern}) return ;;" : $"{pattern}) list='{string.Join(' ', values)}' ;;")}}
                *) case "$at" in
        {{Lines(WordCases(commands), (pattern, words) => $"{pattern}) list='{string.Join(' ', words)}' ;;")}}
                esac ;;
            esac
            local head=
            case "$current" in *,*) head="${current%,*}," ;; esac
            if [[ $current != -* ]]; then list=" $list"; list=${list%% -*}; fi
            COMPREPLY=($(compgen -P "$head" -W "$list" -- "${current##*,}"))
        }
        complete -o default -F _kinolux kinolux

        """;

    public static string Zsh(IReadOnlyList<CompletedCommand> commands) =>
        $$"""
        #compdef kinolux
        # kinolux in zsh: put this line into ~/.zshrc, after compinit: source <(kinolux completion zsh)
        _kinolux() {
            local before=$words[CURRENT-1] at= word
            local -a list
            for word in $words[2,CURRENT-1]; do
                case "$at $word" in ({{Patterns(commands)}}) at="${at:+$at }$word" ;; esac
            done
            case "$at $before" in
        {{Lines(ValueCases(commands), (pattern, values) => values.Count == 0 ? $"({pattern}) _files; return ;;" : $"({pattern}) compset -P '*,'; compadd -- {string.Join(' ', values)}; return ;;")}}
            esac
            case "$at" in
        {{Lines(WordCases(commands), (pattern, words) => $"({pattern}) list=({string.Join(' ', words)}) ;;")}}
            esac
            if [[ $PREFIX == -* ]]; then compadd -- ${(M)list:#-*}; else compadd -- ${list:#-*}; _files; fi
        }
        if [[ $funcstack[1] == _kinolux ]]; then _kinolux "$@"; else compdef _kinolux kinolux; fi

        """;

    public static string Fish(IReadOnlyList<CompletedCommand> commands)
    {
        var script = new StringBuilder("# kinolux in fish: kinolux completion fish > ~/.config/fish/completions/kinolux.fish\n");
        foreach (var command in commands)
        {
            var elsewhere = commands.Where(other => other.Path.EndsWith($" {command.Path}", StringComparison.Ordinal)).Select(other => $"; and not __fish_seen_subcommand_from {other.Path.Split(' ')[0]}");
            var when = command.Path.Length == 0 ? "" : $" -n '{string.Join("; and ", command.Path.Split(' ').Select(word => $"__fish_seen_subcommand_from {word}"))}{string.Concat(elsewhere)}'";
            var first = command.Path.Length == 0 ? " -n __fish_use_subcommand" : when;
            foreach (var (name, description) in command.Commands)
                script.Append($"complete -c kinolux -f{first} -a {name} -d {Quoted(description)}\n");
            if (command.Values.Count > 0)
                script.Append($"complete -c kinolux{when} -a {Quoted(string.Join(' ', command.Values))}\n");
            foreach (var option in command.Options)
            {
                var names = string.Join("", option.Names.Select(name => name.StartsWith("--", StringComparison.Ordinal) ? $" -l {name[2..]}" : $" -s {name[1..]}"));
                var values = !option.TakesValue ? "" : option.Values.Count == 0 ? " -r" : option.IsList ? $" -x -a {Quoted($"(__fish_append , {string.Join(' ', option.Values)})")}" : $" -x -a {Quoted(string.Join(' ', option.Values))}";
                script.Append($"complete -c kinolux{when}{names}{values} -d {Quoted(option.Description)}\n");
            }
        }
        return script.ToString();
    }

    // A word that leads from one command to one below it.
    private static string Patterns(IEnumerable<CompletedCommand> commands) =>
        string.Join('|', commands.Where(command => command.Path.Length > 0).Select(command => command.Path.Contains(' ', StringComparison.Ordinal) ? $"\"{command.Path}\"" : $"\" {command.Path}\""));

    private static IEnumerable<(string Pattern, IReadOnlyList<string> Values)> ValueCases(IEnumerable<CompletedCommand> commands) =>
        from command in commands
        from option in command.Options
        where option.TakesValue
        select (string.Join('|', option.Names.Select(name => $"\"{command.Path} {name}\"")), option.Values);

    private static IEnumerable<(string Pattern, IReadOnlyList<string> Words)> WordCases(IEnumerable<CompletedCommand> commands) =>
        commands.Select(command => ($"\"{command.Path}\"", (IReadOnlyList<string>)[.. command.Commands.Select(sub => sub.Name), .. command.Values, .. command.Options.SelectMany(option => option.Names)]));

    private static string Lines(IEnumerable<(string Pattern, IReadOnlyList<string> Words)> cases, Func<string, IReadOnlyList<string>, string> line) =>
        string.Join('\n', cases.Select(item => $"        {line(item.Pattern, item.Words)}"));

    private static string Quoted(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
