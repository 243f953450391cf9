// The open question's answers, below the log: pressed once, and then they are gone.
import { t } from './boot.js';
import { button, el } from './dom.js';
import { paragraph } from './text.js';

const MANY = 4;
const SHORT = 7;

export class Answers {
  /** act: press(data, label), speak() */
  constructor(root, act) {
    this.root = root;
    this.act = act;
    this.line = null;
    this.shown = null;
  }

  /** Show the answers of a bubble, or none. A question that already stands here is left alone. */
  show(line) {
    if (line === this.line) return false;
    this.clear();
    const ask = line?.out.ask ?? null;
    this.line = line;
    this.shown = ask;
    if (!ask) return false;
    const rows = SHAPES[ask.shape](ask, this.act);
    const terse = isTerse(ask);
    if (ask.voice && this.act.canSpeak) rows.push(button('speak', t('record'), () => this.act.speak(), 'mic'));
    rows.push(...quiet(ask, this.act));
    if (rows.length) this.root.append(group(line, rows, terse));
    return rows.length > 0;
  }

  /** Forget what stands here, so that it can be shown anew. */
  clear() {
    this.line = null;
    this.shown = null;
    this.root.replaceChildren();
  }

  /** Say the question again when something else was said after it: these answers are not for that. */
  recall(isLate) {
    const asked = isLate && isChoice(this.shown) ? this.line.out.text.split('\n')[0] : '';
    if (asked === (this.root.querySelector('.recalled p + p')?.textContent ?? '')) return;
    this.root.querySelector('.recalled')?.remove();
    if (!asked) return;
    this.root.prepend(el('div', { class: 'recalled', 'aria-hidden': 'true' }, el('p', {}, t('still_asked')), paragraph(asked)));
  }

  get group() {
    return this.root.querySelector('.rows');
  }

  /** Answer number `at` (from 0), for who uses keys. */
  pick(at) {
    this.root.querySelectorAll('.option, .idea, .check input')[at]?.click();
  }
}

/** Many short answers, such as hours of the day: they fit two on a row, and the question stays in sight. */
function isTerse(ask) {
  const own = ask.buttons.filter((one) => one.role !== 'skip');
  return ask.shape === 'buttons' && own.length > MANY && own.every((one) => one.label.length <= SHORT);
}

/** Whether it matters to which question an answer belongs: one button to go on says it by itself. */
function isChoice(ask) {
  return ask !== null && (ask.free || ask.shape !== 'buttons' || ask.buttons.length > 1);
}

function group(line, rows, terse) {
  return el('div', { class: terse ? 'rows terse' : 'rows', role: 'group', tabindex: '-1', 'aria-label': `${t('question')}: ${line.out.text}` }, ...rows);
}

const SHAPES = {
  buttons(ask, act) {
    const main = ask.buttons.filter((one) => one.role === 'option');
    const kind = main.length === 1 ? 'option only' : 'option';
    return [
      ...main.map((one) => pressable(kind, one, act)),
      ...ask.buttons.filter((one) => one.role === 'idea').map((one) => pressable('idea', one, act)),
    ];
  },

  scale(ask, act) {
    const steps = ask.buttons.filter((one) => one.role === 'option').map((one) => pressable('option', one, act));
    steps[0]?.setAttribute('aria-label', [steps[0].textContent, ask.low].filter(Boolean).join(': '));
    steps.at(-1)?.setAttribute('aria-label', [steps.at(-1).textContent, ask.high].filter(Boolean).join(': '));
    return [
      el('div', { class: 'scale' }, ...steps),
      el('div', { class: 'ends', 'aria-hidden': 'true' }, el('span', {}, ask.low || ''), el('span', {}, ask.high || '')),
    ];
  },

  checklist(ask, act) {
    const options = ask.buttons.filter((one) => one.role === 'option');
    const boxes = options.map(() => el('input', { type: 'checkbox' }));
    const done = () => {
      const chosen = boxes.flatMap((box, at) => (box.checked ? [at] : []));
      const label = chosen.map((at) => options[at].label).join('\n') || ask.done;
      act.press(`${ask.seq}:=${chosen.join(',')}`, label);
    };
    return [
      ...options.map((one, at) => el('label', { class: 'check' }, boxes[at], el('span', {}, one.label))),
      button('done', ask.done || t('send'), done),
    ];
  },
};

function quiet(ask, act) {
  return ask.buttons.filter((one) => one.role === 'skip').map((one) => pressable('skip', one, act));
}

function pressable(kind, one, act) {
  const numbered = /^\d+\. /.test(one.label) ? ' numbered' : '';
  return button(kind + numbered, one.label, () => act.press(one.data, one.label));
}
