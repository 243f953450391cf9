// The log on the screen: every line once, in order, with days and names where they change.
import { lineElement, signal } from './bubble.js';
import { dayMark } from './days.js';

export class Log {
  constructor(root, act) {
    this.root = root;
    this.act = act;
    this.waiting = new Map();
  }

  /** Put a numbered line in its place; an own line takes the place of the one that waited for it. */
  insert(line, isNew) {
    const waited = line.id && this.waiting.get(line.id);
    if (waited) {
      waited.remove();
      this.waiting.delete(line.id);
    }
    const node = lineElement(line, this.act);
    node.at = line.at;
    if (isNew && !waited) node.classList.add('new');
    this.root.insertBefore(node, this.after(line.n));
    this.tidy();
    return node;
  }

  /** The first element that must come after line n. */
  after(n) {
    const nodes = [...this.root.querySelectorAll('.line')];
    let place = null;
    for (const node of nodes.reverse()) {
      if (node.dataset.n && Number(node.dataset.n) < n) break;
      place = node;
    }
    return place;
  }

  element(n) {
    return this.root.querySelector(`[data-n="${n}"]`);
  }

  /** Show an own message at once, before the server has it. */
  wait(item) {
    const node = lineElement(item, this.act);
    node.at = item.at;
    node.classList.add('new');
    signal(node, 'sending');
    this.waiting.set(item.id, node);
    this.root.append(node);
    this.tidy();
    return node;
  }

  refuse(item, words, again) {
    const node = this.waiting.get(item.id);
    if (node) signal(node, 'unsent', words, again);
  }

  drop(id) {
    this.waiting.get(id)?.remove();
    this.waiting.delete(id);
    this.tidy();
  }

  /** Only what changed is touched, so that a screen reader is not told the same thing twice. */
  tidy() {
    let before = null;
    for (const node of this.root.querySelectorAll('.line')) {
      const newDay = before?.dataset.day !== node.dataset.day;
      const marked = node.previousElementSibling?.classList.contains('day');
      if (newDay && !marked) node.before(dayMark(node.at));
      if (!newDay && marked) node.previousElementSibling.remove();
      node.classList.toggle('first', newDay || before.dataset.by !== node.dataset.by);
      before = node;
    }
    for (const mark of this.root.querySelectorAll('.day + .day, .day:last-child')) mark.remove();
  }

  /** The coach's bubbles since the person last said something. */
  lastGroup() {
    const group = [];
    for (const node of [...this.root.querySelectorAll('.line')].reverse()) {
      if (node.classList.contains('me') && group.length) break;
      if (node.spoken) group.unshift(node);
    }
    return group;
  }
}
