// Speaking an answer: record, listen back, and only then send.
import { t } from './boot.js';
import { button, el } from './dom.js';

const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];
const LONGEST = 180;
const BITS = 32_000;

export const canRecord = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

export class Recorder {
  /** act: send(blob), closed() */
  constructor(root, act) {
    this.root = root;
    this.act = act;
  }

  async open() {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      this.show(el('p', { class: 'trouble-note', role: 'alert' }, t('no_microphone')), this.away());
      return;
    }
    const mimeType = TYPES.find((type) => MediaRecorder.isTypeSupported(type));
    this.tape = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS });
    this.tape.addEventListener('stop', () => stream.getTracks().forEach((track) => track.stop()));
    this.parts = [];
    this.tape.addEventListener('dataavailable', (event) => this.parts.push(event.data));
    this.tape.start(1000);
    this.running();
  }

  running() {
    const clock = el('span', { role: 'timer' }, '0:00');
    const started = Date.now();
    this.timer = setInterval(() => {
      const seconds = Math.floor((Date.now() - started) / 1000);
      clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
      if (seconds >= LONGEST) this.stop();
    }, 250);
    const lamp = el('div', { class: 'clock' }, el('i', { class: 'dot' }), clock);
    this.show(lamp, button('done', t('stop_recording'), () => this.stop(), 'stop'), this.away());
  }

  stop() {
    clearInterval(this.timer);
    this.tape.addEventListener('stop', () => this.listen(), { once: true });
    this.tape.stop();
  }

  listen() {
    if (!this.tape) return;
    const blob = new Blob(this.parts, { type: this.tape.mimeType });
    this.address = URL.createObjectURL(blob);
    const player = el('audio', { controls: true, src: this.address, 'aria-label': t('listen_back') });
    const send = () => {
      this.close();
      this.act.send(blob);
    };
    this.show(el('p', {}, t('listen_back')), player, button('done', t('send_recording'), send, 'send'), this.away());
  }

  show(...parts) {
    const box = el('div', { class: 'recorder', role: 'group', 'aria-label': t('record'), tabindex: '-1' }, ...parts);
    this.root.replaceChildren(box);
    box.focus({ preventScroll: true });
    box.scrollIntoView({ block: 'nearest' });
  }

  away() {
    return button('skip', t('cancel_recording'), () => this.close(), 'bin');
  }

  close() {
    this.quit();
    this.act.closed();
  }

  /** Stop listening, and keep nothing. */
  quit() {
    clearInterval(this.timer);
    if (this.tape?.state === 'recording') this.tape.stop();
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = null;
    this.tape = null;
  }
}
