using Kinolux.Core.Processes;

namespace Kinolux.Tests.House;

/// <summary>What a page shows stands in the table of texts (web/src/texts), so that another language is a file.</summary>
public sealed class ShownTextsTests
{
    [Fact]
    public void Every_string_that_a_page_shows_stands_in_the_table() => Assert.Equal("", Shown(Repository.File("web")));

    [Fact]
    public void A_string_that_is_shown_from_elsewhere_is_found_and_names_are_not()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("src/texts"));
        File.Copy(Repository.File("web", "tsconfig.json"), folder.File("tsconfig.json"));
        File.Copy(Repository.File("web", "src", "elements", "dom.ts"), folder.File("src/dom.ts"));
        File.WriteAllText(folder.File("src/texts/en.ts"), "export const en = { saved: 'Saved', files: (number: number) => `${number} files` };\n");
        File.WriteAllText(folder.File("src/style.css"), "p { justify-content: center; }\np::before { content: ''; }\np::after { content: 'Draft'; }\n");
        File.WriteAllText(folder.File("src/page.ts"), """
            import { button, h, s } from './dom.ts';
            type State = 'open' | 'shut';
            const state = (document.body.dataset['state'] ?? 'open') as State;
            const kinds = { open: 'is open', shut: 'shut' };
            const line = h('p', { class: 'soft line', title: state === 'open' ? 'Opened' : null }, `${kinds[state]} now`);
            line.textContent = [state, 'ended'].join(' ');
            line.setAttribute('aria-label', 'line');
            line.setAttribute('data-kind', 'line of text');
            line.className = 'soft line';
            line.querySelector(':scope > .soft')?.append('more');
            document.body.append(line, button('Save', 'M5 3.2v9', () => void fetch('/api/save')), s('svg', { viewBox: '0 0 16 16' }));
            addEventListener('click', () => { if (confirm('Discard all?')) throw new Error('gone'); });
            for (const key of ['Enter', 'Escape'] as const) console.log(['Home', 'End'].includes(key));

            """);
        Assert.Equal(
            """
            src/page.ts:4: "is open"
            src/page.ts:4: "shut"
            src/page.ts:5: "Opened"
            src/page.ts:5: "… now"
            src/page.ts:6: "ended"
            src/page.ts:7: "line"
            src/page.ts:10: "more"
            src/page.ts:11: "Save"
            src/page.ts:12: "Discard all?"
            src/page.ts:12: "gone"
            src/style.css:3: "'Draft'"

            """, Shown(folder.Path));
    }

    private static string Shown(string folder)
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("web", "node_modules", "typescript")), "npm's packages are absent: ./dev test installs them (npm ci in web/)");
        Assert.SkipUnless(Tools.Has("node", "--version"), "Node.js is absent");
        var run = Tool.Run("node", [Repository.File("web", "test", "shown-texts.mjs"), folder]);
        // The compiler's own process may say that it was ended before it was done; what counts is what was found.
        Assert.True(run.ExitCode == (run.Output.Length > 0 ? 1 : 0), run.ErrorTail);
        return run.Output;
    }
}
