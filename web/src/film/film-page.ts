import type { ProposalPage } from '../review/proposals.ts';
import { button, h } from '../elements/dom.ts';
import type { KeyRow } from '../elements/keys.ts';
import { wipeKeys } from '../elements/wipe-keys.ts';
import { Along } from './along.ts';
import { filmPath, get, workPath } from '../shell/api.ts';
import { calm } from '../shell/calm.ts';
import { attempt, faultNote } from '../shell/fault-note.ts';
import { filmHead } from './film-head.ts';
import { FindingsPane } from './findings-pane.ts';
import { HistoryPane } from './history-pane.ts';
import { PlanPane } from './plan-pane.ts';
import { PolicyChoice } from '../review/policy-choice.ts';
import { ReviewClient } from '../review/review-client.ts';
import { RenderBar } from './render-bar.ts';
import { sideTabs } from './side-tabs.ts';
import { Masks } from './masks.ts';
import { missingFilm } from './missing-film.ts';
import type { Film } from '../shell/model.ts';
import type { Page } from '../shell/page.ts';
import { Screen } from './screen.ts';
import { Transport } from './transport.ts';
import { texts } from '../texts/texts.ts';

/** One film: the material, the proposals on it, its history. */
export const filmPage: Page = async (context, main, id) => {
  const { signal } = context;
  const film = await get<Film>(filmPath(id ?? ''), signal);
  main.className = 'film-page';
  filmHead(context, film, 'film');
  if (film.state === 'missing') {
    main.append(missingFilm(film));
    return;
  }

  const hold = h('span', { hidden: true });
  const screen = new Screen(film, hold);
  const transport = new Transport(film, screen, signal);
  screen.take(film, transport.bar);
  const trouble = h('div', { class: 'on-screen' });
  const along = new Along(frame => transport.go(frame), signal);
  const findings = new FindingsPane(film, signal);
  const history = new HistoryPane(film.id, signal);
  const plan = new PlanPane(film, screen, signal);
  const render = new RenderBar(film, context);
  const policy = new PolicyChoice(film.id, context, new ReviewClient(film.id, context.studio, () => undefined));

  let asksWhy = false;
  const why = button(texts.film.why, null, () => askWhy(!asksWhy), { class: 'toggle', 'aria-pressed': 'false', title: texts.film.whyTitle });
  function askWhy(on: boolean): void {
    asksWhy = on;
    why.setAttribute('aria-pressed', String(on));
    screen.wipe.classList.toggle('asks-why', on);
  }
  const masks = new Masks(screen.wipe, (finding, place) => {
    if (place.why || asksWhy) void findings.why(place.x, place.y);
    else if (finding) choose(finding.id);
    if (asksWhy) askWhy(false);
  });
  function choose(finding: string): void {
    masks.current = finding;
    void findings.choose(finding);
  }

  main.append(
    h('h1', { class: 'aloud' }, film.name),
    h('div', { class: 'material' }, h('div', { class: 'screen' }, screen.wipe, trouble), along.element),
    h('aside', { class: 'side', 'aria-label': texts.film.side },
      sideTabs([['findings', texts.film.findings, findings.element], ['plan', texts.film.plan, plan.element]], tab => { plan.open = tab === 'plan'; }), policy.element, render.element, history.element));
  screen.wipe.querySelector('.looks')?.prepend(why);

  let listed = -1;
  async function list(force = false): Promise<void> {
    const { frame } = screen;
    if (film.state === 'new' || (frame === listed && !force)) return;
    listed = frame;
    const answer = await get<ProposalPage>(workPath(film.id, `/proposals/at/${frame}`), signal).catch(() => null);
    if (!answer || frame !== screen.frame) return;
    masks.findings = answer.items;
    findings.show(answer.items);
  }
  let rest = 0;
  screen.addEventListener('shown', () => {
    trouble.replaceChildren();
    along.frame = findings.at = screen.frame;
    // Masks of another frame would be wrong; those of this one come when it stands still.
    if (screen.frame !== listed) masks.findings = [];
    clearTimeout(rest);
    rest = setTimeout(() => void list(), 60);
    linkTo(screen.frame);
    plan.frameShown();
  });
  screen.addEventListener('fault', () => { if (screen.fault) trouble.replaceChildren(faultNote(screen.fault, () => screen.retry())); });
  findings.addEventListener('choose', event => choose((event as CustomEvent<string>).detail));
  signal.addEventListener('abort', () => screen.close());

  const refresh = calm(() => void attempt(trouble, async () => {
    Object.assign(film, { output: undefined, job: undefined, shares: undefined, report: undefined, page: undefined }, await get<Film>(filmPath(film.id), signal));
    filmHead(context, film, 'film');
    transport.data = findings.data = film;
    screen.take(film, transport.bar);
    render.show(film);
    await Promise.all([along.show(film), history.refresh(film), plan.show(film), list(true)]);
    along.frame = screen.frame;
  }));
  context.live.on('work', detail => { if (detail.id === film.id) refresh(); }, signal);
  context.live.on('reset', refresh, signal);

  const rows: KeyRow[] = [...transport.keys, ...wipeKeys(screen.wipe), { show: 'Y', words: texts.film.whyKey, press: { y: () => askWhy(!asksWhy) } }];
  context.keys(rows);
  screen.show(startFrame(film));
  // What one of them lacks, the others need not.
  await Promise.all([attempt(along.element, () => along.show(film)), plan.show(film), attempt(history.element, () => history.refresh(film))]);
  along.frame = screen.frame;
};

const startFrame = (film: Film): number => Math.min(film.source.frames - 1, Number(new URLSearchParams(location.search).get('frame') ?? 0) || 0);

// A link to this very frame is what is copied from the address bar.
function linkTo(frame: number): void {
  window.history.replaceState(null, '', `${location.pathname}${frame > 0 ? `?frame=${frame}` : ''}`);
}
