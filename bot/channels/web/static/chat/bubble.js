// One line of the log as an element.
import { boot, commandLabel, t } from './boot.js';
import { dayOf } from './days.js';
import { button, el, icon } from './dom.js';
import { tone } from './face.js';
import { labelsOf } from './ledger.js';
import { card, film, picture, printed, sound } from './media.js';
import { paragraph, paragraphs } from './text.js';

const mark = document.querySelector('.top .mark');
const faces = { opstap: mark.src, human: mark.dataset.face };

/** act: hear(element), again(item), asked(seq) -> question, press(data, label) */
export function lineElement(line, act) {
  return line.who === 'me' ? mine(line, act) : coach(line, act);
}

/** A human who talks here looks different in every way: nobody has to wonder who says this. */
function frame(line, name, bubble, ...rest) {
  const kind = line.out?.who ? 'human' : line.who;
  const node = el(
    'article',
    {
      class: kind === 'human' ? 'line opstap human' : `line ${kind}`,
      'data-n': line.n ?? '', 'data-day': dayOf(line.at), 'data-id': line.id || '', 'data-by': line.out?.who || line.who,
    },
    el('div', { class: 'by', 'aria-hidden': 'true' }, badge(kind, name), name),
    bubble,
    ...rest,
  );
  bubble.prepend(el('span', { class: 'vh' }, `${name}: `));
  return node;
}

function badge(kind, name) {
  if (!faces[kind]) return null;
  return el('img', { src: faces[kind], alt: '', class: kind === 'human' ? tone(name) : null });
}

function coach(line, act) {
  const out = line.out || { kind: 'text', text: line.text };
  const { kinds, parts } = content(out, line);
  const bubble = el('div', { class: ['bubble', ...kinds].join(' ') }, ...parts.filter(Boolean));
  const node = frame(line, out.who || t('coach_name'), bubble);
  if (out.ask?.seq === 0) bubble.append(standing(out.ask, act));
  node.spoken = spokenOf(out);
  if (act.canHear && node.spoken) node.append(hearButton(node, act));
  return node;
}

/** Buttons that stay valid stand in the bubble that they belong to. */
function standing(ask, act) {
  const rows = ask.buttons.map((one) => button('option', one.label, () => act.press(one.data, one.label)));
  return el('div', { class: 'rows standing', role: 'group' }, ...rows);
}

function content(out, line) {
  const isCrisis = out.duty === 'crisis' && !out.who;
  const said = out.text ? paragraph(out.text, isCrisis) : null;
  const kinds = isCrisis ? ['crisis'] : [];
  if (out.kind === 'quote') return { kinds, parts: [el('blockquote', {}, said)] };
  if (out.kind === 'link') return { kinds, parts: [link(out)] };
  // A human's words stand as they were typed.
  if (out.who) return { kinds, parts: [said] };
  if (line.pile) return { kinds: ['tile'], parts: [said, dots(line.pile)] };
  return ours(out, line, kinds, out.text ? paragraphs(out.text, isCrisis) : []);
}

/** What the house itself says, with what it shows. */
function ours(out, line, kinds, said) {
  if (out.kind === 'picture') return { kinds: [...kinds, 'wide'], parts: [picture(out), ...said] };
  if (out.kind === 'card') return { kinds: [...kinds, 'wide', 'card'], parts: [card(out), ...said, out.ask ? printed(out) : null] };
  if (out.kind === 'video') return { kinds: [...kinds, 'wide', 'movie'], parts: [...said, ...film(out, line.transcript)] };
  return { kinds, parts: said };
}

/** How many cards there are to lay on a pile, and which of them this is. */
function dots([at, of]) {
  const marks = Array.from({ length: of }, (_, place) => el('i', { class: place < at ? 'on' : '' }));
  return el('span', { class: 'dots', 'aria-hidden': 'true' }, ...marks);
}

function link(out) {
  const page = /^[a-z][a-z0-9./-]*$/.test(out.media || '') ? out.media : '';
  return el('a', { class: 'button go', href: boot.base + page }, out.text || t('link_open'));
}

function spokenOf(out) {
  return [out.who, ['picture', 'card'].includes(out.kind) ? out.alt : '', out.text].filter(Boolean).join('. ');
}

function hearButton(node, act) {
  const press = () => act.hear(node);
  return el('button', { type: 'button', class: 'hear', 'aria-label': t('read_aloud'), on: { click: press } }, icon('read'));
}

function mine(line, act) {
  const bubble = el('div', { class: 'bubble' }, ...saidBy(line, act));
  return frame(line, t('you'), bubble, el('span', { class: 'sign' }));
}

function saidBy(line, act) {
  if (line.kind === 'voice') return line.media ? [sound(line.media)] : [el('p', {}, t('voice_message'))];
  if (line.kind === 'command') return [paragraph(line.text || commandLabel(line.data))];
  if (line.kind !== 'press') return [paragraph(line.text)];
  const labels = labelsOf(act.asked(line.data.split(':')[0]), line.data);
  const shown = labels.length ? labels : [line.text];
  return [el('span', { class: 'vh' }, `${t('chosen')}: `), ...shown.map((label) => paragraph(label))];
}

/** Say beside an own bubble how far it is: 'sending', 'unsent' (with a way to try again) or done. */
export function signal(node, state, words = '', again = null) {
  const sign = node.querySelector('.sign');
  node.classList.toggle('pending', state === 'sending');
  node.classList.toggle('unsent', state === 'unsent');
  if (state === 'sending') sign.replaceChildren(icon('wait'), t('sending'));
  else if (state === 'unsent') sign.replaceChildren(words, button('', t('try_again'), again));
  else sign.replaceChildren();
}
