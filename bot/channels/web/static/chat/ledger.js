// The lines as the server numbered them, and what waits for a number. It knows which question is open.
export class Ledger {
  constructor() {
    this.lines = new Map();
    this.waiting = new Map();
  }

  get last() {
    return Math.max(0, ...this.lines.keys());
  }

  get first() {
    return Math.min(...this.lines.keys());
  }

  /** Take in lines; gives back, in order, the ones that are new. A line comes in once, however often it arrives. */
  add(lines) {
    const fresh = lines.filter((line) => !this.lines.has(line.n));
    for (const line of fresh) {
      this.lines.set(line.n, line);
      if (line.id) this.waiting.delete(line.id);
    }
    return [...new Map(fresh.map((line) => [line.n, line])).values()].sort((a, b) => a.n - b.n);
  }

  sorted() {
    return [...this.lines.values()].sort((a, b) => a.n - b.n);
  }

  /** The bubble with the last question, as long as it has no answer. */
  open() {
    let question = null;
    for (const line of [...this.sorted(), ...this.waiting.values()]) {
      // Buttons that stand in a bubble itself (number 0) are no question: they stay.
      if (line.out?.ask?.seq) question = line;
      else if (question && line.who === 'me' && answers(question.out.ask, line)) question = null;
    }
    return question;
  }

  /** Whether something was said after this question. */
  isLate(question) {
    return Boolean(question) && [...this.lines.values()].some((line) => line.out && line.n > question.n);
  }

  /** The name of the human who talks here, from their first words until the next question is open. */
  human() {
    const open = this.open();
    const words = open && this.sorted().reverse().find((line) => line.out?.who && line.n > open.n);
    return words?.out.who ?? '';
  }

  /** The question that a press belongs to. */
  asked(seq) {
    return this.sorted().reverse().find((line) => String(line.out?.ask?.seq) === String(seq))?.out.ask;
  }
}

function answers(ask, line) {
  if (line.unsent) return false;
  if (line.kind === 'press') return line.data.startsWith(`${ask.seq}:`);
  return ask.free && (line.kind === 'text' || line.kind === 'voice');
}

/** The labels that a press stands for. */
export function labelsOf(ask, data) {
  if (!ask) return [];
  const chosen = data.split(':')[1] ?? '';
  if (!chosen.startsWith('=')) return ask.buttons.filter((one) => one.data === data).map((one) => one.label);
  const options = ask.buttons.filter((one) => one.role === 'option');
  return chosen.slice(1).split(',').filter(Boolean).map((at) => options[at]?.label).filter(Boolean);
}
