// The stream of new lines. It comes back by itself, and rests while nobody looks.
import { fetchLines } from './api.js';
import { boot } from './boot.js';

const HIDDEN_FOR = 30_000;
/** Phones side by side in one page: a browser keeps six connections to a place, and streams would use them up. */
const beside = window.self !== window.top;
const LOOK_EVERY = 1_500;

export class Stream {
  /** act: last() -> n, line(line), up(), down(), over(), elsewhere() */
  constructor(act) {
    this.act = act;
    this.tries = 0;
    addEventListener('online', () => this.again(0));
    addEventListener('offline', () => this.lost());
    addEventListener('pagehide', () => this.rest());
    addEventListener('pageshow', (event) => event.persisted && this.again(0));
    document.addEventListener('visibilitychange', () => this.watch());
    this.open();
  }

  open() {
    this.rest();
    if (beside) {
      this.look();
      return;
    }
    const source = new EventSource(`${boot.base}api/stream?after=${this.act.last()}`);
    this.source = source;
    source.addEventListener('open', () => {
      this.tries = 0;
      this.act.up();
    });
    source.addEventListener('line', (event) => this.act.line(JSON.parse(event.data)));
    source.addEventListener('gone', () => this.act.over());
    source.addEventListener('bye', () => this.again(800));
    source.addEventListener('elsewhere', () => {
      this.rest();
      this.act.elsewhere();
    });
    source.addEventListener('error', () => this.lost());
  }

  /** Instead of a stream: ask for what is new, again and again. */
  async look() {
    this.source = { close() {} };
    const mine = this.source;
    try {
      const lines = await fetchLines(this.act.last());
      if (this.source !== mine) return;
      for (const line of lines) this.act.line(line);
      if (this.tries !== 0 || !this.looked) this.act.up();
      this.tries = 0;
      this.looked = true;
      this.timer = setTimeout(() => this.look(), LOOK_EVERY);
    } catch (error) {
      if (this.source !== mine) return;
      if (error.over) this.act.over();
      else this.lost();
    }
  }

  lost() {
    this.rest();
    this.act.down();
    this.tries += 1;
    this.again(Math.min(15_000, 700 * 2 ** this.tries) * (0.75 + Math.random() / 2));
  }

  again(wait) {
    this.rest();
    this.timer = setTimeout(() => this.open(), wait);
  }

  rest() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  watch() {
    clearTimeout(this.nap);
    if (document.hidden) this.nap = setTimeout(() => this.rest(), HIDDEN_FOR);
    else if (!this.source) this.again(0);
  }
}
