// How the connection is, said quietly, and only when it matters.
import { t } from './boot.js';

const PATIENCE = 2500;
const GLAD = 3000;

export class Status {
  constructor(line) {
    this.line = line;
    this.bad = false;
    this.timer = 0;
    addEventListener('offline', () => this.down());
  }

  /** A hitch of a moment is nobody's business. */
  down() {
    if (this.bad || this.timer) return;
    this.timer = setTimeout(() => this.tell(), navigator.onLine ? PATIENCE : 0);
  }

  tell() {
    this.timer = 0;
    this.bad = true;
    this.line.textContent = t(navigator.onLine ? 'connecting' : 'offline');
  }

  up() {
    clearTimeout(this.timer);
    this.timer = 0;
    if (!this.bad) return;
    this.bad = false;
    this.say(t('back_online'));
  }

  /** Say something for a moment. */
  say(words) {
    this.line.textContent = words;
    setTimeout(() => { if (!this.bad && this.line.textContent === words) this.line.textContent = ''; }, GLAD);
  }
}
