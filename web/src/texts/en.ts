import type { FilmCard, JobState, Pending, Plan, Progress } from '../shell/model.ts';
import type { Lead, Loss, Scene, StoryTalk, StoryTurn } from '../script/model.ts';
import type { Verdict } from '../elements/types.ts';

const count = (value: number): string => value.toLocaleString('en-US');

const plural = (number: number, one: string, many = `${one}s`): string => `${count(number)} ${number === 1 ? one : many}`;

const upper = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** "a, b and c". */
const list = (parts: string[]): string => parts.join(', ').replace(/, ([^,]*)$/, ' and $1');

/** 75 becomes "1:15". */
function clock(seconds: number): string {
  const all = Math.max(0, Math.round(seconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  return all >= 3600 ? `${Math.floor(all / 3600)}:${two(Math.floor(all / 60) % 60)}:${two(all % 60)}` : `${Math.floor(all / 60)}:${two(all % 60)}`;
}

function size(bytes: number): string {
  const [unit, name] = bytes >= 1e9 ? [1e9, 'GB'] : [1e6, 'MB'];
  return `${(bytes / unit).toFixed(bytes >= 1e10 || unit === 1e6 ? 0 : 1)} ${name}`;
}

/** A moment as people say it: the time today, else the day. */
function moment(iso: string): string {
  const at = new Date(iso);
  const today = at.toDateString() === new Date().toDateString();
  return today ? at.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' }) : at.toLocaleDateString([], { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
}

/** −0.12, +0.30. */
const signed = (value: number): string => `${value <= -0.005 ? '−' : value >= 0.005 ? '+' : ''}${Math.abs(value).toFixed(2)}`;

/** A share of a film, so that 100 % means all of it and 0 % none. */
function share(value: number): string {
  if (value <= 0) return '0 %';
  if (value < 0.0001) return '< 0.01 %';
  // Rounded down near the whole.
  const percent = value < 1 && value > 0.999 ? Math.floor(value * 10000) / 100 : value * 100;
  return `${percent === 100 ? '100' : percent.toFixed(2)} %`;
}

/** What was measured, in little room. */
function measure(value: number): string {
  const large = Math.abs(value);
  return large >= 10000 ? count(Math.round(value)) : large >= 100 || Number.isInteger(value) ? String(Math.round(value)) : large >= 10 ? value.toFixed(1) : value.toFixed(2);
}

const jobStates: Record<JobState, string> = {
  waiting: 'Waits for its turn', asking: 'Waits for your word', running: 'Running', pausing: 'Pauses after this chunk', paused: 'Paused', done: 'Done', failed: 'Failed', cancelled: 'Cancelled',
};

const filmStates: Record<FilmCard['state'], string> = { new: 'Not analysed yet', analysed: 'Analysed', restored: 'Restored', missing: 'File is missing' };

const qualities: Record<Plan['quality'], string> = { fast: 'Fast', balanced: 'Balanced', best: 'Best' };

const verdicts: Record<Verdict, string> = { wait: 'Waits', accept: 'Accepted', edit: 'Edited', reject: 'Rejected' };

const saidOf: Record<Verdict, string> = { wait: 'waits again', accept: 'accepted', edit: 'edited', reject: 'rejected' };

const pending = ({ decisions, wishes, plan }: Pending): string =>
  list([decisions ? plural(decisions, 'decision') : '', wishes ? plural(wishes, 'mark') : '', plan ? 'the plan' : ''].filter(Boolean));

/** 12 eighths become "1 4/8". */
const eighths = (length: number): string => [Math.floor(length / 8) || '', length % 8 ? `${length % 8}/8` : ''].filter(Boolean).join(' ') || '0';

const sceneTitle = ({ number, heading }: Scene): string => `Scene ${number}, ${heading}`;

/** English. What a page shows stands here; another language is a file like this one. */
export const en = {
  language: 'en',
  product: 'Kinolux',
  pageTitle: (title: string) => `${title} – Kinolux`,

  count,
  percent: (share: number) => `${Math.round(share * 100)} %`,
  share,
  measure,
  moment,
  time: (iso: string) => new Date(iso).toLocaleTimeString([], { hour12: false }),
  rate: (perSecond: number) => `${Number(perSecond.toFixed(3))} fps`,

  /** What buttons say, wherever they are. */
  acts: {
    accept: 'Accept', reject: 'Reject', edit: 'Edit', undo: 'Undo', mark: 'Mark', save: 'Save', cancel: 'Cancel', discard: 'Discard', close: 'Close', tryAgain: 'Try again',
    play: 'Play', pause: 'Pause', resume: 'Resume',
  },

  /** Keys as keyboards name them. */
  keyNames: { space: 'Space', shift: (key: string) => `Shift+${key}`, pages: 'PgUp PgDn', ends: 'Home End', enter: 'Enter', escape: 'Esc' },

  shell: {
    toContent: 'To the content',
    allFilms: 'All films',
    thisWork: 'This work',
    studio: 'Studio',
    keys: 'Keys',
    keysTitle: 'Keys (?)',
    thisList: 'This list',
    lost: 'The studio does not answer. What you see may be old; it goes on by itself when the studio is back.',
    notFound: 'Not found',
    nothingHere: 'There is nothing at this address',
    leftOut: 'Left out, since it cannot be read:',
  },

  /** The pages, where the bar above leads to them. */
  places: { films: 'Films', film: 'Film', script: 'Script', review: 'Review', jobs: 'Jobs' },

  faults: {
    answered: (status: number) => `The studio answered ${status}.`,
    silent: 'The studio does not answer.',
    silentRemedy: 'See whether “kinolux studio” still runs; this page goes on by itself when it does.',
    notSaved: 'That was not saved.',
  },

  theme: 'Light or dark',

  /** Of the four that a film consists of; their own words come with them. */
  sharesMean: 'What these mean',

  /** The page that answers why. */
  ask: {
    answer: 'Answer',
    hint: 'Play it, move the edge, and click or tap anywhere in the picture: it says what was done there, on what evidence, and who decided.',
    place: (frame: number, x: number, y: number) => `frame ${frame}, ${x} × ${y}`,
    evidence: 'Details',
  },

  /** A script at a glance. */
  storyPrint: {
    scene: 'Scene',
    before: 'Previous scene',
    after: 'Next scene',
    people: 'People',
    alone: 'Press a name to see that person alone.',
    legend: 'How to read it',
    none: 'This script has no scenes.',
    nobody: 'Nobody who speaks in the script is here.',
    changes: { changed: 'changed', alone: 'in this one alone' },
    heads: ['', 'words', 'named', 'share', 'emotion'],
    emotion: (value?: number) => `Emotion: ${value === undefined ? 'unknown' : signed(value)}`,
    value: (value?: number) => (value === undefined ? 'unknown' : signed(value)),
    share: (value: number) => `${Math.round(value * 100)} %`,
  },

  /** The picture before and after. */
  picture: {
    before: 'Before',
    after: 'After',
    preview: 'Preview',
    edge: 'Edge between before and after',
    edgeAt: (percent: number) => `${percent} % before`,
    comparison: 'Comparison',
    views: { wipe: 'Wipe', side: 'Side by side', difference: 'Difference' },
    findings: 'Findings',
    fit: 'Fit',
    zoomTitle: 'Zoom (Z)',
    fullScreen: 'Full screen',
    printedEdge: 'Edge of the printed frame',
    frame: (frame: number, words: string) => words ? `Frame ${frame}, ${words}` : `Frame ${frame}`,
    frameBefore: (frame: number) => `Frame ${frame} before`,
    frameAfter: (frame: number) => `Frame ${frame} after`,
    keys: { edge: 'Move the edge', before: 'Hold to see before', views: 'Wipe, side by side, difference', zoom: 'Zoom', findings: 'Outline what was found' },
  },

  timeline: {
    place: 'Place in the film',
    zoom: 'Zoom of the timeline',
    zoomOut: 'Zoom out',
    wholeFilm: 'Whole film',
    zoomIn: 'Zoom in',
    along: (title: string) => `${title} along the film`,
    at: (frame: number, shot: { index: number; kind: string } | undefined) => `Frame ${count(frame)}${shot ? ` · shot ${shot.index}${shot.kind === 'picture' ? '' : ` (${shot.kind})`}` : ''}`,
  },

  person: {
    title: 'Who decides?',
    why: 'Your name stands beside everything that you decide. It is asked for once.',
    name: 'Your name',
    keep: 'Keep the name',
    notNow: 'Not now',
  },

  jobs: {
    title: 'Jobs',
    ended: 'Ended',
    none: 'No jobs',
    noneYet: 'Analysing and rendering are started on a film’s page; they appear here while they run and after they end.',
    asking: (number: number) => plural(number, 'waits for your word', 'wait for your word'),
    running: (number: number) => `${number} running`,
    waiting: (number: number) => `${count(number)} waiting`,
    free: (cores: number) => `${plural(cores, 'core')} free`,
    turn: (turn: number) => turn === 1 ? 'Next in the queue' : `${turn} in the queue`,
    states: jobStates,
    begins: 'Begins',
    took: (seconds: number) => `took ${clock(seconds)}`,
    letRun: 'Let it run',
    goOn: 'Go on',
    remove: 'Remove from the list',
    log: 'Log',
    emptyLog: 'Nothing was written yet.',
    progress: 'Progress',
    progressOf: (name: string) => `Progress of ${name}`,
    /** "Restore · part 3 · 2.4 frames/s · 1:15 left". */
    howFar: ({ step, part, rate, unit, timeLeft }: Progress) => [
      upper(step),
      part === undefined ? '' : `part ${part}`,
      rate ? `${rate.toFixed(1)} ${unit}/s` : '',
      timeLeft === undefined || timeLeft < 1 ? '' : `${clock(timeLeft)} left`,
    ].filter(Boolean).join(' · '),
  },

  films: {
    others: 'Other works',
    scripts: 'Scripts',
    newScript: 'New script',
    newName: 'Name of the new script',
    begin: 'Begin',
    scriptFacts: (scenes: number, pages: number) => `${plural(scenes, 'scene')} · ${plural(pages, 'page')}`,
    waits: (questions: number) => plural(questions, 'question waits', 'questions wait'),
    number: (films: number) => plural(films, 'film'),
    toDecide: (questions: number) => `${plural(questions, 'question')} to decide`,
    states: filmStates,
    toRender: (changes: Pending) => `${pending(changes)} to render`,
    none: 'No film here yet',
    nothing: 'No film or script here yet',
    howBoth: 'Drop a film or a script anywhere on this page, choose a file above, or begin a script below. A film that is on this machine already is taken by its path, without a copy.',
    onlyScripts: 'No film yet. Drop one anywhere on this page, or add it above.',
    how: 'Drop a film anywhere on this page, or choose a file above. A film that is on this machine already is taken by its path, without a copy.',
    unchanged: 'The film itself is never changed: all work goes into this folder.',
    drop: 'Drop to add the film or script',
    add: 'Add a film',
    files: 'Film files',
    path: 'Path of a film on this machine',
    pathExample: '/path/of/a/film.mkv or frames/%06d.dpx',
    addByPath: 'Add by path',
    missing: (name: string) => `${name} is not where it was`,
    missingRemedy: 'Its file was moved, renamed or deleted. Bring it back to its place and this page goes on; plan, findings and decisions are kept.',
  },

  upload: {
    sending: (done: number, all: number) => `${size(done)} of ${size(all)}`,
    waiting: (done: number) => `Waiting for the studio; ${size(done)} are there`,
    of: (name: string) => `Upload of ${name}`,
    became: (file: string) => `It stays as it is, and is gone on with as ${file} beside it.`,
    open: 'Open the script',
    remove: 'Remove',
    stop: (name: string) => `Stop adding ${name}`,
  },

  film: {
    side: 'Proposals and history',
    tabs: 'Proposals',
    findings: 'Findings',
    plan: 'Plan',
    shots: 'Shots',
    shotAt: (shot: number, time: string) => `shot ${shot}, ${time}`,
    why: 'Why?',
    whyTitle: 'Then click a place (Alt-click does without)',
    whyKey: 'Ask why at a place',
    whyHere: 'Why here?',
    untouched: 'Nothing was done here: these are the film’s own samples.',
    nothingAtPlace: 'Nothing was found here.',
    decideInReview: 'Decide in Review',
    inFrame: 'In this frame',
    nothingInFrame: 'Nothing was found in this frame.',
    more: (findings: number) => `and ${findings} more on the picture`,
  },

  /** One finding, wherever it is said. */
  finding: {
    title: 'Finding',
    number: (findings: number) => plural(findings, 'finding'),
    toDecide: (findings: number) => `${count(findings)} to decide`,
    sure: (confidence: number) => `${Math.round(confidence * 100)} % sure`,
    notRendered: 'Not in the rendered film yet.',
    markedBy: (name: string) => `Marked by ${name}`,
    foundBy: (name: string, version: string) => `Found by ${name} ${version}`,
    verdicts,
    by: (said: string, name: string) => `${said} by ${name}`,
    held: 'Held',
    left: 'Left',
    generated: 'Generated',
  },

  history: {
    title: 'History',
    report: 'Report',
    download: 'Download',
    page: 'Page to show',
    makePage: 'Make a page to show',
    makePageAgain: 'Make it again',
    withReason: (words: string, reason: string) => `${words} (${reason})`,
    job: (title: string, state: JobState) => `${title}: ${jobStates[state].toLowerCase()}`,
    rendered: (file: string) => `Rendered ${file}`,
    takenBack: ' (taken back)',
    none: 'Nothing yet.',
  },

  plan: {
    quality: 'Quality',
    qualities,
    save: 'Save plan',
    notSaved: (changes: number) => `${plural(changes, 'change')} not saved`,
    found: (number: number, kind: string) => `${count(number)} ${kind.toLowerCase()}`,
    backTo: (value: string) => `Back to ${value}`,
    limits: (min: number, max: number, value: string) => ` ${min} to ${max}; ${value} unless changed.`,
    on: 'on',
    off: 'off',
    previewing: (frame: number) => `Previewing frame ${frame} …`,
    previewOf: (frame: number, seconds: number) => `Preview of frame ${count(frame)}, ${seconds.toFixed(1)} s`,
  },

  player: {
    title: 'Player',
    frame: 'Frame',
    before: 'Film before',
    after: 'Film after',
    generated: 'Generated',
    ofVideo: 'Frame of the video',
    frameBack: 'One frame back',
    frameOn: 'One frame on',
    playTitle: 'Play (Space)',
    pauseTitle: 'Pause (Space)',
    loop: 'Loop the shot or the marked frames (L with Shift)',
    shotBefore: 'Shot before (Page up)',
    back: 'One frame back (,)',
    on: 'One frame on (.)',
    nextShot: 'Next shot (Page down)',
    pace: (perSecond: number) => `${perSecond.toFixed(1)} fps`,
    dropped: (frames: number) => `${count(frames)} left out`,
    keys: {
      play: 'Play and pause',
      step: 'One frame back and on',
      shuttle: 'Back, stop, on; again for 2×, 4×, 8×',
      mark: 'Mark the first and last frame of a loop',
      loop: 'Loop the shot, or the marked frames',
      shot: 'Shot before and next shot',
      ends: 'First and last frame',
    },
  },

  run: {
    title: 'Run',
    render: 'Render',
    renderChanged: 'Render what changed',
    analyse: 'Analyse',
    notAnalysed: 'Not analysed yet.',
    notRendered: 'Not rendered yet.',
    changed: (changes: Pending) => `Changed: ${pending(changes)}.`,
    upToDate: 'Up to date.',
    nothingWaits: 'Nothing waits.',
    madeBefore: (changes: string[]) => `Made before ${changes.join(' and ')} changed.`,
  },

  /** A script that is written here. */
  script: {
    editor: (name: string) => `The script ${name}`,
    begin: 'INT. or EXT. begins a scene',
    side: 'Scenes, findings, story and history',
    sheet: 'Panel: larger or smaller',
    scenes: 'Scenes',
    check: 'Check the script',
    which: 'Which findings',
    waiting: 'Waiting',
    allFindings: 'All',
    notChecked: 'Not checked yet. A check looks for what contradicts itself, and changes nothing.',
    nothingFound: 'Nothing was found.',
    nothingWaits: 'Nothing waits.',
    saveFirst: 'It is in what is not saved yet. Save, then decide.',
    compareWith: 'Beside another draft',
    otherDraft: 'Another script of this production',
    compare: 'Compare',
    noScenes: 'No scenes yet. A line that begins with INT. or EXT. begins one.',
    eighths,
    sceneTitle,
    strip: 'Scenes of the script',
    beforeScenes: 'Before the first scene',
    where: (page: number, pages: number, scene: Scene | undefined) => [pages === 0 ? 'No page yet' : `Page ${count(page)} of ${count(pages)}`, scene ? `scene ${scene.number}, ${eighths(scene.eighths)}` : ''].filter(Boolean).join(' · '),
    saving: 'Saving',
    saveTitle: 'Save the file (Ctrl S)',
    saved: 'Saved.',
    savedAloud: 'The script is saved.',
    savingNow: 'Saving …',
    unsaved: 'Not saved. It is kept in this browser.',
    draftBack: (at: string) => `What was not saved at ${moment(at)} is back.`,
    draftLost: 'Not saved, and the browser has no room to keep it.',
    asUtf8: 'Save as UTF-8',
    elsewhere: 'Another program changed this file.',
    elsewhereRemedy: 'Nothing was written over it, and what you wrote is kept in this browser. Look at both and keep what you want.',
    showBoth: 'Show both',
    onDisk: 'On the disk',
    yours: 'Yours',
    comparison: 'Two texts compared',
    mergeHow: 'On the right is yours. Take over what you want of the left, write where you like, and keep the result.',
    compareHow: 'What differs is marked on both sides.',
    takeOver: 'Take over',
    keepMerged: 'Keep this',
    readAgain: 'Another program changed the file. It was read again.',
    readOnly: 'This is Final Draft, shown as the Fountain that it would become. It is not written here.',
    losses: (all: Loss[]) => `Fountain cannot hold ${list(all.map(loss => plural(loss.count, loss.kind)))}.`,
    saveAsFountain: 'Save as Fountain beside it',
    encoding: (name: string) => `This file is in ${name}, and stays so. Fountain asks for UTF-8.`,
    keys: { save: 'Ctrl+S', saves: 'Save the file', find: 'Ctrl+F', finds: 'Find and replace', scene: 'Alt+PgUp Alt+PgDn', scenes: 'Scene before and next scene', findings: 'Next finding; with Shift the one before', decideKeys: 'Alt+A Alt+R Alt+E Alt+U', decide: 'Accept, reject, edit in the review, undo', write: 'Into the text; Tab leads out of it' },
    /** What CodeMirror's search says. */
    search: { Find: 'Find', Replace: 'Replace', next: 'next', previous: 'previous', all: 'all', 'match case': 'match case', regexp: 'pattern', 'by word': 'whole words', replace: 'replace', 'replace all': 'replace all', close: 'close', 'current match': 'current match', 'replaced $ matches': 'replaced $ matches', 'replaced match on line $': 'replaced match on line $', 'on line': 'on line', 'Go to line': 'Go to line', go: 'go', '$ unchanged lines': '$ unchanged lines', 'Control character': 'Control character' },
  },

  /** What a script tells. */
  story: {
    title: 'Story',
    ofSaved: 'Of the saved text: what is not saved is not in it.',
    laidOver: 'Laid over another draft',
    alone: 'This one alone',
    storyPrint: 'StoryPrint',
    meets: 'Who meets whom',
    nobodyMeets: 'Nobody meets anybody.',
    meetsHow: (notDrawn: number) => `Lines are as thick as people share scenes and answer each other; colours are circles with more ties among themselves.${notDrawn > 0 ? ` ${plural(notDrawn, 'less prominent person is', 'less prominent people are')} not drawn.` : ''}`,
    feels: 'How it feels',
    arcHow: (how: string) => `Good words above the line, bad ones below: the ${how}. Dots are where the story may turn, the bars as wide as that is unsure.`,
    notKnown: (why: string) => `${upper(why)}. Where other films turn:`,
    turnAt: ({ at, from, to }: StoryTurn) => `${Math.round(100 * at)} % (${Math.round(100 * from)} to ${Math.round(100 * to)} %)`,
    people: 'People',
    nobody: 'Nobody speaks yet.',
    protagonist: ({ name, confidence, why }: Lead) => `Protagonist: ${name} (${Math.round(100 * confidence)} % sure), ${why}.`,
    antagonist: ({ name, confidence, why }: Lead) => `Antagonist: ${name} (${Math.round(100 * confidence)} % sure), ${why}.`,
    heads: ['Name', 'Speeches', 'Words', 'Scenes', 'Share', 'Emotion'],
    bechdel: 'Bechdel test',
    nobodyTalks: 'Nobody talks with anybody.',
    answers: { passes: 'It passes:', fails: 'It does not pass:', depends: 'A person has to read it:', asked: 'Who is a woman? Nobody is guessed. It passes where two of them talk about something that is no man.' },
    because: (why: string) => `${why}.`,
    notSaid: (people: number) => `So far: of ${plural(people, 'person', 'people')} who speak nobody said it yet.`,
    woman: 'Woman',
    noWoman: 'No woman',
    notAsked: 'Not said',
    said: (name: string, isWoman: boolean | undefined) => `${name}: ${isWoman === undefined ? 'not said' : isWoman ? 'a woman' : 'no woman'}, saved.`,
    more: (people: number) => `${plural(people, 'more person', 'more people')} who speak`,
    talks: 'Talks that decide',
    talk: ({ first, second, scene, line }: StoryTalk) => `${first} and ${second}, ${scene ? `scene ${scene}, ` : ''}line ${line + 1}`,
    named: ({ speeches, names, hasHe }: StoryTalk) => `${plural(speeches, 'speech', 'speeches')}, ${names.length === 0 ? 'nobody named' : list(names)}${hasHe ? ', “he”' : ''}`,
    bechdelHow: (how: string) => `${upper(how)}.`,
  },

  /** What decides where nobody did. */
  policy: {
    title: 'Policy',
    names: { standard: 'Standard', conservative: 'Conservative' },
    means: { standard: 'Where nobody decides, what is more likely right than wrong is done; what may be meant is asked.', conservative: 'Where nobody decides, only what is nearly sure is done; all else is asked.' },
    own: (name: string) => `Rules of your own (${name}).`,
    changed: (name: string) => `${name}, changed`,
    saved: (name: string) => `${name} decides where nobody did, saved.`,
  },

  review: {
    of: (name: string) => `Review of ${name}`,
    decision: 'Decision',
    toDecide: 'What there is to decide',
    states: { waiting: 'Waiting', applied: 'Applied', rejected: 'Rejected', all: 'All' },
    everyKind: 'Every kind',
    outside: 'Outside every part',
    unmatched: (decisions: number) => `${plural(decisions, 'decision')} that fit nothing now`,
    unmatchedAt: (kind: string, where: string, state: string) => `${kind}, ${where}${state === 'gone' ? ' (gone)' : state === 'ambiguous' ? ' (may be one of several)' : ''}`,
    threshold: (kind: string) => `${kind}: accepted unasked from this sureness on`,
    thresholdAt: (percent: number, above: number, all: number) => `Accepted unasked from ${percent} % on: ${count(above)} of ${count(all)}`,
    thresholdSaved: (kind: string, percent: number) => `${kind}: accepted unasked from ${percent} % on.`,
    nothing: 'Nothing to review yet',
    notAnalysed: 'The film was not analysed. Analysing finds damage and proposes repairs; it changes nothing.',
    notRun: 'Nothing was done with it so far.',
    queue: 'Queue',
    order: 'Order',
    orders: { part: 'By part, most doubtful first', value: 'What settles most first', doubt: 'Most doubtful first', place: 'As it comes in the film' },
    doubtfulFirst: 'Most doubtful first',
    spared: (questions: number) => `${plural(questions, 'question')} spared by what was rejected`,
    sparedTitle: 'Three of a kind were rejected for one reason: others of which the machine is no surer are left as they are. Taking a rejection back asks them again.',
    place: (at: number, all: number) => `${count(at)} of ${count(all)}`,
    /** A place in little room. */
    short: (where: string) => where.replace('frames ', 'f ').replace('frame ', 'f '),
    saving: 'Being saved',
    nothingWaits: 'Nothing waits here.',
    nothingHere: 'Nothing here.',
    lookElsewhere: 'Look at another kind or state on the left, or render what was decided.',
    reason: 'Reason',
    reasonOptional: 'Reason (optional)',
    about: 'Decide about',
    one: 'This one',
    asks: (found: number, waiting: number, where: string) => `The same thing ${count(found)} times, ${where}${waiting < found ? `; ${count(waiting)} wait` : ''}.`,
    split: 'One by one',
    like: 'All like this',
    likeTitle: (kind: string) => `Every ${kind.toLowerCase()} in this part that is about as sure as this one (T)`,
    group: 'Group',
    groupTitle: (kind: string) => `Every ${kind.toLowerCase()} in this part (G)`,
    saved: (what: string, verdict: Verdict, lost: string | null) => `${what} ${lost?.toLowerCase() ?? saidOf[verdict]}, saved.`,
    undone: 'Undone.',
    nothingToUndo: 'There is nothing to undo.',
    markTitle: 'Mark what the machine missed (M)',
    marked: (kind: string) => `${kind} marked, saved. It is done at the next run.`,
    keys: {
      edit: 'Edit: redraw the mask, choose where the repair is taken from',
      lost: 'Hold, leave, generate a frame that repeats another or is lost: first seen, then decided',
      undo: 'Undo the last decision',
      step: 'Next and the one before',
      group: 'Decide about the whole group',
      like: 'Decide about all like this one',
      split: 'Look at what is asked together one by one',
      mark: 'Mark what the machine missed',
    },
  },

  report: {
    sections: 'Sections',
    keys: { picture: 'Picture before and after this one' },
    strip: 'Frames',
    frames: (number: number) => plural(number, 'frame'),
    frame: (frame: number) => `Frame ${count(frame)}`,
    shot: (shot: number) => `shot ${shot}`,
    showFrame: (frame: number) => `Show frame ${frame}`,
    found: 'Found',
    waiting: (findings: number) => `${count(findings)} waiting`,
    made: (made: string, parts: string[]) => `Made ${made}. ${parts.join(', ')}.`,
    all: (findings: number) => `All ${count(findings)}`,
    state: (state: string, findings: number) => `${state} ${count(findings)}`,
    ofKind: (kind: string) => kind.toLowerCase(),
    tally: { waiting: 'waiting', applied: 'applied', rejected: 'rejected' },
    nothingWaits: 'Nothing waits for a decision.',
    moreOf: (parts: number) => `Show more of ${count(parts)}`,
    more: (findings: number) => `${count(findings)} more`,
    mostDoubtful: (listed: number, all: number) => `The ${count(listed)} most doubtful of ${count(all)}; kinolux review lists them all.`,
    unreadable: 'This list cannot be read. Is the report’s data folder beside its page?',
    why: 'Why',
    foundBy: (source: string) => `Found by ${source}`,
    limit: (threshold: number) => ` (limit ${threshold})`,
    acceptAll: 'Accept all',
    rejectAll: 'Reject all',
    save: 'Save decisions',
    toSave: 'Decisions to save',
    decisions: (number: number) => plural(number, 'decision'),
    discardAll: 'Discard all decisions made on this page?',
    thenRun: (command: Node): (Node | string)[] => ['Then run ', command],
  },

  /** A frame that repeats another, or shows nothing of the scene. */
  lostFrame: {
    title: 'What becomes of this frame',
    hold: 'Hold',
    holdDoes: 'The frame before stands here too.',
    leave: 'Leave',
    leaveDoes: 'The film’s own frame stays.',
    generate: 'Generate',
    generateDoes: 'A frame that is not on the film is made from those around.',
    withKey: (words: string, key: string) => `${words} (${key})`,
    pressAgain: (words: string) => `${words} Press again to decide.`,
    seeFirst: 'See what each makes of it, then decide.',
  },

  marking: {
    canvas: 'Region: arrows move the box, with Shift they size it, Enter saves',
    tool: 'Tool',
    box: 'Box',
    brush: 'Brush',
    erase: 'Erase',
    brushSize: 'Size of the brush',
    kind: 'Kind',
    frames: 'Frames',
    framesTitle: 'One frame, or first-last',
    framesWrong: 'One frame such as 12, or 12-40',
    edit: (kind: string) => `Edit ${kind.toLowerCase()}`,
    takenFrom: 'Taken from',
    donors: 'Where the repair is taken from',
    automatic: 'Automatic',
    auto: 'Auto',
    frame: (frame: number) => `Frame ${frame}`,
    selectFirst: 'Select the words first, within one paragraph.',
    select: 'Select words in the text, then save.',
    nothing: 'Nothing here can be marked by hand.',
    keys: { move: 'Move the box; with Shift size it', tools: 'Box, brush, erase', size: 'Size of the brush or the steps', saveMark: 'Save the mark', noMark: 'No mark' },
  },
};
