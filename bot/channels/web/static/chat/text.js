// Text in a bubble. In a crisis the numbers can be pressed to call.
import { el } from './dom.js';

const LABEL = /^([^:.,!?'"]{2,36}:)\s/;
const WAY = /https:\/\/t\.me\/\w{5,32}\?start=[\w-]{8,64}/;
const NUMBERS = /\b(0800-\d{4}|11[23])\b(?!\.nl|-)|\b(113\.nl)\b/g;

export function paragraph(text, isCrisis = false) {
  return el('p', { dir: 'auto' }, ...(isCrisis ? withCalls(text) : [text]));
}

/** Text of several lines: each is a paragraph, and what stands before a colon is what the line is about. */
export function paragraphs(text, isCrisis = false) {
  const [first, ...rest] = text.split(/\n+/).filter(Boolean);
  const opening = isCrisis ? paragraph(first, isCrisis) : el('p', { dir: 'auto' }, ...withWay(first));
  return [opening, ...rest.map((row) => el('p', { dir: 'auto', class: 'row' }, ...labelled(row, isCrisis)))];
}

/** The way to one's own chat on Telegram can be pressed; no other address can, for a person may have typed it. */
function withWay(text) {
  const found = WAY.exec(text);
  if (!found) return [text];
  const way = el('a', { href: found[0], target: '_blank', rel: 'noopener noreferrer' }, found[0]);
  return [text.slice(0, found.index), way, text.slice(found.index + found[0].length)];
}

function labelled(row, isCrisis) {
  const found = isCrisis ? null : LABEL.exec(row);
  if (!found) return isCrisis ? withCalls(row) : [row];
  return [el('b', {}, found[1]), row.slice(found[1].length)];
}

function withCalls(text) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(NUMBERS)) {
    parts.push(text.slice(from, found.index), call(found[1], found[2]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

function call(number, site) {
  if (number) return el('a', { href: `tel:${number.replace('-', '')}` }, number);
  return el('a', { href: `https://www.${site}`, target: '_blank', rel: 'noopener noreferrer' }, site);
}
