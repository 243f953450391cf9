// Days between lines, in the reader's own time and language.
import { el } from './dom.js';

const long = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long' });
const near = new Intl.RelativeTimeFormat('nl', { numeric: 'auto' });

function startOf(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate());
}

export function dayOf(at) {
  const day = startOf(new Date(at));
  return `${day.getFullYear()}-${day.getMonth() + 1}-${day.getDate()}`;
}

export function dayMark(at, now = new Date()) {
  const day = new Date(at);
  const ago = Math.round((startOf(day) - startOf(now)) / 86_400_000);
  const name = ago === 0 || ago === -1 ? near.format(ago, 'day') : long.format(day);
  return el('div', { class: 'day' }, name);
}
