import { button, h, icons } from '../elements/dom.ts';
import type { OptionValue, Stage, StageOption } from '../shell/model.ts';
import type { PlanDraft } from './plan-draft.ts';
import { texts } from '../texts/texts.ts';

const titled = (name: string): string => (name.charAt(0).toUpperCase() + name.slice(1)).replaceAll('-', ' ');

/** One option of a stage as the catalogue describes it: its control, its range, its default. */
export function optionField(draft: PlanDraft, stage: Stage, option: StageOption): HTMLElement {
  const id = `option-${stage.id}-${option.name}`;
  const set = (value: OptionValue): void => draft.set(stage, option, value);
  const { controls, show } = control(option, id, set);
  const reset = button(texts.plan.backTo(said(option.default)), icons.undo, () => set(option.default), { 'data-bare': '', class: 'bare reset' });
  const limits = option.min === undefined || option.max === undefined ? '' : texts.plan.limits(option.min, option.max, said(option.default));
  const field = h('div', { class: 'option' },
    h('div', { class: 'option-line' }, h('label', { for: id }, titled(option.name)), ...controls, reset),
    h('p', { class: 'soft', id: `${id}-words` }, `${option.description}${limits}`));
  const tell = (): void => {
    show(draft.value(stage, option));
    reset.style.visibility = draft.isDefault(stage, option) ? 'hidden' : 'visible';
    field.classList.toggle('changed', draft.differs(stage, option));
  };
  draft.addEventListener('change', tell);
  tell();
  return field;
}

const said = (value: OptionValue): string => (value === true ? texts.plan.on : value === false ? texts.plan.off : String(value));

interface Control { controls: HTMLElement[]; show: (value: OptionValue) => void }

function control(option: StageOption, id: string, set: (value: OptionValue) => void): Control {
  const words = `${id}-words`;
  if (option.type === 'on or off') {
    const box = h('input', { type: 'checkbox', id, 'aria-describedby': words, onchange: () => set(box.checked) });
    return { controls: [box], show: value => { box.checked = value === true; } };
  }
  if (option.type === 'choice') {
    const select = h('select', { id, 'aria-describedby': words, onchange: () => set(select.value) }, ...(option.values ?? []).map(value => h('option', { value }, value)));
    return { controls: [select], show: value => { select.value = String(value); } };
  }
  return numeric(option, id, words, set);
}

function numeric(option: StageOption, id: string, words: string, set: (value: OptionValue) => void): Control {
  const [low, high] = [option.min ?? 0, option.max ?? 100];
  const step = option.type === 'whole number' ? 1 : high - low <= 2 ? 0.01 : 0.1;
  const number = h('input', { type: 'number', id, class: 'time', min: low, max: high, step: 'any', 'aria-describedby': words });
  const slider = h('input', { type: 'range', min: low, max: high, step, tabindex: -1, 'aria-label': titled(option.name) });
  slider.addEventListener('input', () => set(Number(slider.value)));
  number.addEventListener('change', () => { if (number.value !== '' && number.checkValidity()) set(Number(number.value)); else number.reportValidity(); });
  return { controls: [slider, number], show: value => { slider.value = String(value); if (document.activeElement !== number || Number(number.value) !== value) number.value = String(value); } };
}
