// Reading aloud with the phone's own Dutch voice.
const SENTENCES = /[^.!?]+[.!?]*\s*/g;

export const canHear = 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window;

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

  /** Read elements with a `spoken` text, one after another; `after` is said at the end. */
  async read(nodes, after = '') {
    this.stop();
    if (!canHear) return;
    const turn = ++this.turn;
    this.act.state(true);
    for (const node of nodes) {
      this.mark(node);
      await this.say(node.spoken, turn);
      if (turn !== this.turn) return;
    }
    this.mark(null);
    if (after) await this.say(after, turn);
    if (turn === this.turn) this.stop();
  }

  stop() {
    this.turn += 1;
    if (canHear) speechSynthesis.cancel();
    this.mark(null);
    this.act.state(false);
  }

  mark(node) {
    this.now?.classList.remove('reading');
    this.now = node;
    node?.classList.add('reading');
  }

  /** Sentence by sentence: some phones go silent halfway through a long text. */
  async say(text, turn) {
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
