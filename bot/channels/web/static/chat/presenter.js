// Bubbles come one by one: the next waits as long as reading the last one takes. A tap shows the rest.
import { calm } from './boot.js';

const LETTERS_A_SECOND = 15;
const SHORTEST = 600;
const LONGEST = 3000;
const LOOKING = 1500;

export class Presenter {
  /** act: show(line) -> element, reveal(first element that is new), waiting(isWaiting), done() */
  constructor(act) {
    this.act = act;
    this.queue = [];
    this.timer = 0;
    this.read = 0;
  }

  get busy() {
    return this.queue.length > 0;
  }

  add(lines) {
    if (!lines.length) return;
    this.queue.push(...lines);
    if (calm.matches || document.hidden) this.flush();
    else if (!this.timer) this.next(this.read || SHORTEST);
  }

  next(wait) {
    this.act.waiting(true);
    this.timer = setTimeout(() => this.step(), wait);
  }

  step() {
    this.timer = 0;
    const line = this.queue.shift();
    this.act.reveal(this.act.show(line));
    this.read = Math.min(LONGEST, Math.max(SHORTEST, timeFor(line.out)));
    if (this.busy) this.next(this.read);
    else this.end();
  }

  /** Everything that waits, now. */
  flush() {
    if (!this.busy) return;
    clearTimeout(this.timer);
    this.timer = 0;
    const [first] = this.queue.splice(0).map((line) => this.act.show(line));
    this.end();
    this.act.reveal(first);
  }

  end() {
    this.act.waiting(false);
    this.act.done();
    // What comes a moment later still waits for the bubble that was just shown; after that it is a new answer.
    const read = this.read;
    setTimeout(() => this.rest(read), read);
  }

  rest(read) {
    if (!this.busy && this.read === read) this.read = 0;
  }
}

function timeFor(out) {
  const looking = ['picture', 'card'].includes(out?.kind) ? LOOKING : 0;
  return looking + ((out?.text || '').length / LETTERS_A_SECOND) * 1000;
}
