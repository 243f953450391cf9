// Reading aloud: with the voice of the server where it has one, else with the phone's own Dutch voice.
import { hasVoice, hush, play } from './housevoice.js';

const SENTENCES = /[^.!?]+[.!?]*\s*/g;

const phoneSpeaks = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

export const canHear = hasVoice || phoneSpeaks;

export class Reader {
  /** act: state(isReading) */
  constructor(act) {
    this.act = act;
    this.now = null;
    this.turn = 0;
    // A voice that goes on after the page is gone frightens people.
    addEventListener('pagehide', () => this.stop());
  }

  get reading() {
    return this.now !== null;
  }

  /** Read elements with a `spoken` text, one after another; the answers of line `after.n` are said at the end. */
  async read(nodes, after = null) {
    this.stop();
    if (!canHear) return;
    const turn = ++this.turn;
    this.act.state(true);
    for (const node of nodes) {
      this.mark(node);
      await this.say(node.spoken, turn, node.dataset.n, 'line');
      if (turn !== this.turn) return;
    }
    this.mark(null);
    if (after?.text) await this.say(after.text, turn, after.n, 'answers');
    if (turn === this.turn) this.stop();
  }

  stop() {
    this.turn += 1;
    if (phoneSpeaks) speechSynthesis.cancel();
    if (hasVoice) hush();
    this.mark(null);
    this.act.state(false);
  }

  mark(node) {
    this.now?.classList.remove('reading');
    this.now = node;
    node?.classList.add('reading');
  }

  async say(text, turn, n, part) {
    const isPlayed = hasVoice && n && (await play(n, part));
    if (!isPlayed && phoneSpeaks && turn === this.turn) await this.sayOnPhone(text, turn);
  }

  /** Sentence by sentence: some phones go silent halfway through a long text. */
  async sayOnPhone(text, turn) {
    for (const sentence of text.match(SENTENCES) || []) {
      if (turn !== this.turn) return;
      await this.utter(sentence.trim());
    }
  }

  utter(sentence) {
    if (!sentence) return Promise.resolve();
    const words = new SpeechSynthesisUtterance(sentence);
    words.lang = 'nl-NL';
    words.rate = 0.9;
    words.voice = speechSynthesis.getVoices().find((voice) => voice.lang.replace('_', '-').startsWith('nl')) || null;
    return new Promise((done) => {
      words.onend = done;
      words.onerror = done;
      speechSynthesis.speak(words);
    });
  }
}
