// What a person said, on its way to the server: kept on the phone, tried again with the same id, never twice.
import { keepVoice, Refusal, say } from './api.js';
import { forget, keep, names, recall } from './store.js';

const SLOWEST = 30_000;

export class Outbox {
  /** act: taken(item, answer), refused(item, word), over(), trouble(isTrouble) */
  constructor(act) {
    this.act = act;
    this.sounds = new Map();
    this.busy = false;
    this.tries = 0;
    this.timer = 0;
  }

  /** Everything that waited from before this page was opened. */
  kept() {
    return names('out:').map(recall).filter(Boolean);
  }

  send(item, blob = null) {
    if (blob) this.sounds.set(item.id, blob);
    else keep(nameOf(item), item);
    this.rest = [...(this.rest || []), item];
    this.pump();
  }

  resume(items) {
    this.rest = [...items];
    this.pump();
  }

  /** Try at once: the connection is back. */
  now() {
    clearTimeout(this.timer);
    this.tries = 0;
    this.pump();
  }

  async pump() {
    if (this.busy) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      while (this.rest?.length) await this.deliver(this.rest[0]);
      this.tries = 0;
    } catch (error) {
      this.later(error);
    } finally {
      this.busy = false;
    }
  }

  async deliver(item) {
    try {
      const sound = this.sounds.get(item.id);
      if (sound && !item.media) {
        item.media = await keepVoice(sound);
        keep(nameOf(item), item);
      }
      const answer = await say(messageOf(item));
      this.drop(item);
      this.act.trouble(false);
      this.act.taken(item, answer);
    } catch (error) {
      if (!(error instanceof Refusal) || error.passing || error.over) throw error;
      this.drop(item);
      this.act.refused(item, error.word);
    }
  }

  drop(item) {
    this.rest = this.rest.filter((other) => other.id !== item.id);
    this.sounds.delete(item.id);
    forget(nameOf(item));
  }

  later(error) {
    if (error instanceof Refusal && error.over) {
      this.act.over();
      return;
    }
    this.act.trouble(true);
    this.tries += 1;
    const wait = Math.min(SLOWEST, 500 * 2 ** this.tries) * (0.75 + Math.random() / 2);
    this.timer = setTimeout(() => this.pump(), wait);
  }
}

function nameOf(item) {
  return `out:${item.at}:${item.id}`;
}

function messageOf({ id, kind, text, data, media }) {
  if (kind === 'command') return { id, kind, command: data };
  if (kind === 'press') return { id, kind, data };
  if (kind === 'voice') return { id, kind, media };
  return { id, kind, text };
}

/** A new message of this person. The id is random, so that it is unique for ever. */
export function compose(kind, { text = '', data = '', label = '' }) {
  const random = crypto.getRandomValues(new Uint8Array(16));
  const id = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return { id, kind, text: text || label, data, who: 'me', at: new Date().toISOString() };
}
