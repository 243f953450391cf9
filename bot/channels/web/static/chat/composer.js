// The place to type: it grows, it counts when it must, and it never loses a draft.
import { boot, t } from './boot.js';
import { forget, keep, recall } from './store.js';

const WARN_FROM = 200;

export class Composer {
  /** act: say(text) */
  constructor(form, act) {
    this.form = form;
    this.act = act;
    this.text = form.querySelector('textarea');
    this.button = form.querySelector('.send');
    this.room = form.querySelector('.room');
    this.text.value = recall('draft') || '';
    this.text.addEventListener('input', () => this.changed());
    this.text.addEventListener('keydown', (event) => this.key(event));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.send();
    });
    // The size follows the letters, also when they grow.
    new ResizeObserver(() => this.grow()).observe(form);
    this.changed();
  }

  get left() {
    return boot.textMost - [...this.text.value.trim()].length;
  }

  changed() {
    keep('draft', this.text.value);
    const over = this.left < 0;
    this.button.disabled = !this.text.value.trim() || over;
    this.room.classList.toggle('over', over);
    this.room.textContent = over ? t('too_long') : this.left < WARN_FROM ? t('chars_left', { n: this.left }) : '';
    this.grow();
  }

  grow() {
    this.text.style.height = 'auto';
    this.text.style.height = `${this.text.scrollHeight + 4}px`;
  }

  key(event) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  send() {
    const text = this.text.value.trim();
    if (!text || this.left < 0) return;
    this.text.value = '';
    this.changed();
    forget('draft');
    this.act.say(text);
  }
}
