import { h } from '../elements/dom.ts';
import { attempt } from './fault-note.ts';
import { send } from './api.ts';
import type { Studio } from './model.ts';
import { texts } from '../texts/texts.ts';

/** Asks once for the name that a person's decisions stand under. True once there is one; false where they would rather not say, and nothing is decided. */
export function askName(studio: Studio): Promise<boolean> {
  if (studio.personKnown) return Promise.resolve(true);
  const name = h('input', { type: 'text', required: true, maxlength: 80, autocomplete: 'name', 'aria-label': texts.person.name });
  const trouble = h('div', {});
  const form = h('form', {},
    h('h2', {}, texts.person.title),
    h('p', {}, texts.person.why),
    name, trouble,
    h('p', { class: 'answers' }, h('button', { type: 'submit', class: 'primary' }, texts.person.keep), h('button', { type: 'button', value: 'no' }, texts.person.notNow)));
  const dialog = h('dialog', { class: 'ask-name', 'aria-label': texts.person.name }, form);
  document.body.append(dialog);
  return new Promise(resolve => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(studio.personKnown);
    });
    form.querySelector('[value=no]')?.addEventListener('click', () => dialog.close());
    form.addEventListener('submit', event => {
      event.preventDefault();
      void attempt(trouble, async () => {
        Object.assign(studio, await send<Studio>('PUT', '/api/studio/person', { name: name.value }));
        dialog.close();
      });
    });
    dialog.showModal();
    name.focus();
  });
}
