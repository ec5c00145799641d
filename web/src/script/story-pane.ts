import { h } from '../elements/dom.ts';
import { get } from '../shell/api.ts';
import { askName } from '../shell/ask-name.ts';
import { attempt } from '../shell/fault-note.ts';
import type { Context } from '../shell/page.ts';
import { Ring, type RingScene } from '../storyprint/ring.ts';
import type { ScriptCard, Story, StoryPerson } from './model.ts';
import { readStory, sayWoman } from './script-client.ts';
import { texts } from '../texts/texts.ts';

const words = texts.story;

/** What the script tells, as it is saved: the pictures that its report has, and who is in it. Fires `line` with the line of what was chosen. */
export class StoryPane extends EventTarget {
  private readonly trouble = h('div', { class: 'trouble' });
  private readonly note = h('p', { class: 'soft', hidden: true }, words.ofSaved);
  private readonly others = h('select', { 'aria-label': words.laidOver, onchange: () => void this.read() });
  private readonly with = h('label', { class: 'laid-over' }, h('span', {}, words.laidOver), this.others);
  private readonly told = h('div', { class: 'story-told' });
  readonly element = h('div', { class: 'story-here' }, this.trouble, h('div', { class: 'story-head' }, this.with, this.note), this.told);
  private isOld = true;

  constructor(private readonly id: string, private readonly context: Context) { super(); }

  /** It is looked at. */
  show(): void { if (this.isOld) void this.read(); }

  /** The file, or what was decided about it, is another. */
  changed(): void {
    this.isOld = true;
    if (!this.element.hidden) void this.read();
  }

  set isUnsaved(is: boolean) { this.note.hidden = !is; }

  private async read(): Promise<void> {
    this.isOld = false;
    const { signal } = this.context;
    await attempt(this.trouble, async () => {
      const [story, { scripts }] = await Promise.all([readStory(this.id, this.others.value, signal), get<{ scripts: ScriptCard[] }>('/api/scripts', signal)]);
      const [others, was] = [scripts.filter(one => one.id !== this.id && !one.isMissing), this.others.value];
      this.with.hidden = others.length === 0;
      this.others.replaceChildren(h('option', { value: '' }, words.alone), ...others.map(one => h('option', { value: one.id }, one.file)));
      this.others.value = was;
      const top = this.element.scrollTop;
      this.told.replaceChildren(...this.parts(story));
      this.element.scrollTop = top;
    });
  }

  private parts(story: Story): HTMLElement[] {
    const ring = new Ring(picture(story.picture), story.print);
    ring.addEventListener('scene', event => this.go((event as CustomEvent<RingScene>).detail.line));
    return [
      h('section', { class: 'ring' }, h('h2', {}, words.storyPrint), ring.view, ring.side),
      h('section', {}, h('h2', {}, words.meets), ...this.network(story)),
      h('section', {}, h('h2', {}, words.feels), ...this.arc(story)),
      h('section', {}, h('h2', {}, words.people), ...this.people(story)),
      h('section', {}, h('h2', {}, words.bechdel), ...this.bechdel(story)),
    ];
  }

  private network({ network, notDrawn, people }: Story): HTMLElement[] {
    if (!network) return [h('p', { class: 'soft' }, words.nobodyMeets)];
    const drawn = picture(network);
    drawn.addEventListener('click', event => {
      const name = (event.target as Element).closest<SVGElement>('.knot')?.dataset['person'];
      this.go(people.find(one => one.name === name)?.line);
    });
    return [h('div', { class: 'drawn' }, drawn), h('p', { class: 'soft' }, words.meetsHow(notDrawn))];
  }

  private arc({ arc, arcWords, turns }: Story): HTMLElement[] {
    const drawn = arc ? picture(arc) : null;
    drawn?.addEventListener('click', event => this.go(turns[Number((event.target as Element).closest<SVGElement>('.turn')?.dataset['turn'] ?? -1)]?.line));
    return [
      ...(drawn ? [h('div', { class: 'drawn' }, drawn)] : []),
      h('p', { class: 'soft' }, drawn ? words.arcHow(arcWords) : words.notKnown(arcWords)),
      h('ul', { class: 'turns' }, ...turns.map(turn => h('li', {}, this.way(turn.name, turn.line), h('span', { class: 'soft time' }, words.turnAt(turn)), h('span', { class: 'soft heading' }, turn.heading)))),
    ];
  }

  private people({ people, protagonist, antagonist }: Story): HTMLElement[] {
    if (people.length === 0) return [h('p', { class: 'soft' }, words.nobody)];
    return [
      ...(protagonist ? [h('p', {}, words.protagonist(protagonist))] : []),
      ...(antagonist ? [h('p', {}, words.antagonist(antagonist))] : []),
      h('div', { class: 'wide-table' }, h('table', {}, h('thead', {}, h('tr', {}, ...words.heads.map(head => h('th', { scope: 'col' }, head)))),
        h('tbody', {}, ...people.map(one => h('tr', {}, h('th', { scope: 'row' }, this.way(one.names.join(' = '), one.line)), h('td', {}, texts.count(one.speeches)), h('td', {}, texts.count(one.words)), h('td', {}, texts.count(one.scenes)), h('td', {}, texts.percent(one.prominence)), h('td', {}, texts.storyPrint.value(one.emotion)))))))];
  }

  // Nobody is guessed: each is asked, the most prominent first, and those who were said stay in sight.
  private bechdel({ bechdel, people }: Story): HTMLElement[] {
    if (people.length < 2) return [h('p', { class: 'soft' }, words.nobodyTalks)];
    const asked = people.slice(0, mostAsked);
    return [
      h('p', {}, h('b', {}, words.answers[bechdel.answer]), bechdel.answer === 'asked' ? '' : ` ${words.because(bechdel.why)}`),
      ...(bechdel.answer !== 'asked' && bechdel.answer !== 'passes' && bechdel.notSaid > 0 ? [h('p', { class: 'soft' }, words.notSaid(bechdel.notSaid))] : []),
      h('div', { class: 'asked' }, ...asked.map(one => this.ask(one))),
      ...(people.length > mostAsked ? [h('details', {}, h('summary', {}, words.more(people.length - mostAsked)), h('div', { class: 'asked' }, ...people.slice(mostAsked).map(one => this.ask(one))))] : []),
      ...(bechdel.talks.length > 0 ? [h('h3', {}, words.talks), h('ul', { class: 'talks' }, ...bechdel.talks.map(talk => h('li', {}, this.way(words.talk(talk), talk.line), h('span', { class: 'soft' }, words.named(talk)))))] : []),
      h('p', { class: 'soft' }, words.bechdelHow(bechdel.how)),
    ];
  }

  private ask(person: StoryPerson): HTMLElement {
    const answers: [boolean | undefined, string][] = [[true, words.woman], [false, words.noWoman], [undefined, words.notAsked]];
    return h('div', { role: 'group', 'aria-label': person.name }, h('span', { class: 'name' }, person.name), h('span', { class: 'choices' }, ...answers.map(([is, said]) =>
      h('button', { type: 'button', 'aria-pressed': String(person.isWoman === is), onclick: () => void this.say(person.name, is) }, said))));
  }

  private async say(name: string, isWoman: boolean | undefined): Promise<void> {
    if (!(await askName(this.context.studio))) return;
    await attempt(this.trouble, async () => {
      await sayWoman(this.id, name, isWoman);
      this.context.say(words.said(name, isWoman));
      await this.read();
      [...this.told.querySelectorAll<HTMLElement>('.asked [role="group"]')].find(row => row.getAttribute('aria-label') === name)?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    });
  }

  // Its line is a step away in the text.
  private way(said: string, line: number): HTMLElement {
    return h('button', { type: 'button', class: 'to-line', onclick: () => this.go(line) }, said);
  }

  private go(line: number | undefined): void {
    if (line !== undefined) this.dispatchEvent(new CustomEvent('line', { detail: line }));
  }
}

const mostAsked = 8;

// The studio's own drawing: what a script says is text in it.
const picture = (svg: string): SVGElement => new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement as unknown as SVGElement;
