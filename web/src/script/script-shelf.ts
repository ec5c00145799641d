import { button, h, icons } from '../elements/dom.ts';
import { send } from '../shell/api.ts';
import { attempt } from '../shell/fault-note.ts';
import type { Context } from '../shell/page.ts';
import { addressOf } from '../shell/places.ts';
import type { ScriptCard } from './model.ts';
import { texts } from '../texts/texts.ts';

/** The scripts of the production, and how to begin one. */
export class ScriptShelf {
  private readonly trouble = h('div');
  private readonly list = h('ul', { class: 'script-list' });
  readonly element: HTMLElement;

  constructor(context: Context) {
    const name = h('input', { type: 'text', required: true, maxlength: 120, 'aria-label': texts.films.newName, placeholder: texts.films.newName, autocomplete: 'off' });
    const form = h('form', { class: 'by-path', hidden: true }, name, h('button', { type: 'submit' }, texts.films.begin));
    const begin = button(texts.films.newScript, icons.add, () => {
      form.hidden = !form.hidden;
      begin.ariaExpanded = String(!form.hidden);
      if (!form.hidden) name.focus();
    }, { 'aria-expanded': 'false' });
    form.addEventListener('submit', event => {
      event.preventDefault();
      void attempt(this.trouble, async () => context.go(addressOf('script' as const, (await send<ScriptCard>('POST', '/api/scripts', { name: name.value.trim() })).id)));
    });
    this.element = h('section', { class: 'script-shelf' }, h('div', { class: 'shelf-head' }, h('h2', {}, texts.films.scripts), form, begin), this.trouble, this.list);
  }

  show(scripts: ScriptCard[]): void {
    this.list.replaceChildren(...scripts.map(script => h('li', {}, h('a', { href: addressOf('script' as const, script.id), class: 'script-card' },
      h('b', {}, script.title ?? script.name), h('span', { class: 'soft' }, script.file),
      h('span', { class: 'soft time' }, script.isMissing ? texts.films.states.missing : texts.films.scriptFacts(script.scenes ?? 0, script.pages ?? 0)),
      script.waiting ? h('span', { class: 'waits' }, texts.finding.toDecide(script.waiting)) : null))));
  }
}
