// The reader stays where they read; only who is at the end moves along with it.
import { calm, t } from './boot.js';

const NEAR = 90;

export class Scroll {
  constructor(talk, pill) {
    this.talk = talk;
    this.pill = pill;
    this.stuck = true;
    this.placing = false;
    this.before = talk.scrollTop;
    talk.addEventListener('scroll', () => this.look(), { passive: true });
    pill.addEventListener('click', () => this.toEnd());
    const follow = new ResizeObserver(() => this.stuck && this.jump());
    follow.observe(talk);
    for (const part of talk.children) follow.observe(part);
  }

  get gap() {
    return this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight;
  }

  look() {
    const up = this.talk.scrollTop < this.before - 2;
    this.before = this.talk.scrollTop;
    if (this.gap < NEAR) this.stuck = true;
    else if (up) this.stuck = false;
    if (this.gap < NEAR) this.pill.hidden = true;
  }

  jump() {
    this.talk.scrollTop = this.talk.scrollHeight;
  }

  toEnd() {
    this.stuck = true;
    this.pill.hidden = true;
    this.talk.scrollTo({ top: this.talk.scrollHeight, behavior: calm.matches ? 'auto' : 'smooth' });
  }

  /** Something new stands at the end. What is taller than the screen is shown from its first line. */
  came(first) {
    if (!this.stuck && !this.placing) {
      this.point('new_messages', this.gap < NEAR);
      return;
    }
    const height = this.talk.scrollHeight - first.offsetTop + this.talk.offsetTop;
    if (height <= this.talk.clientHeight) {
      this.toEnd();
      return;
    }
    this.stuck = false;
    // Bubbles and buttons that come together are placed together.
    this.placing = true;
    setTimeout(() => { this.placing = false; });
    this.talk.scrollTop = first.offsetTop - this.talk.offsetTop - 8;
    // A film is watched before the rest is read.
    this.point('more_below', this.gap < NEAR || first.querySelector('.film') !== null);
  }

  /** Point down; that something new was said there goes before. */
  point(word, isHidden) {
    if (this.pill.hidden || word === 'new_messages') this.pill.lastElementChild.textContent = t(word);
    this.pill.hidden = isHidden;
  }

  /** Nothing points down while a film plays: it needs the room. */
  quiet() {
    this.pill.hidden = true;
  }

  /** Do something that adds lines above, and keep the reader's line in its place. */
  hold(act) {
    const fromEnd = this.talk.scrollHeight - this.talk.scrollTop;
    act();
    this.talk.scrollTop = this.talk.scrollHeight - fromEnd;
  }
}
