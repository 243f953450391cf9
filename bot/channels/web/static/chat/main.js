// The chat page: joins the parts. What the parts do stands in their own files.
import { Answers } from './answers.js';
import { fetchLines } from './api.js';
import { boot, calm, t } from './boot.js';
import { Composer } from './composer.js';
import { button, byId } from './dom.js';
import { prepareKeys } from './keys.js';
import { Ledger } from './ledger.js';
import { Log } from './log.js';
import { compose, Outbox } from './outbox.js';
import { showPlace } from './place.js';
import { Presenter } from './presenter.js';
import { canHear, Reader } from './reader.js';
import { canRecord, Recorder } from './recorder.js';
import { Scroll } from './scroll.js';
import { Status } from './status.js';
import { Stream } from './stream.js';
import { prepareTools } from './tools.js';
import { fitAboveKeyboard } from './viewport.js';

const talk = byId('talk');
const ledger = new Ledger();
const status = new Status(byId('state'));
const scroll = new Scroll(talk, byId('pill'));
const reader = new Reader({ state: showReading });
const log = new Log(byId('log'), { hear, canHear, press, asked: (seq) => ledger.asked(seq) });
const answers = new Answers(byId('answers'), { press, speak, canSpeak: canRecord });
const recorder = new Recorder(byId('answers'), { send: sendVoice, closed: askAgain });
const presenter = new Presenter({ show, reveal: (first) => scroll.came(cardBefore(first) ?? first), waiting, done });
const outbox = new Outbox({ taken, refused, over, trouble });
let byKeys = false;

// Lines come in ---------------------------------------------------------------------------------

function receive(lines) {
  let coming = [];
  for (const line of ledger.add(lines)) {
    if (line.who === 'opstap') coming.push(line);
    else {
      presenter.add(coming);
      coming = [];
      presenter.flush();
      own(line);
    }
  }
  presenter.add(coming);
  hideOldQuestion();
  done();
}

/** What was done on another phone moves this one along: the talk went on there. */
function own(line) {
  const isHere = log.waiting.has(line.id);
  const node = show(line);
  if (isHere) scroll.came(node);
  else scroll.toEnd();
}

function show(line) {
  if (line.out) showPlace(line.out.place, ledger.human());
  return log.insert(line, true);
}

function waiting(isWaiting) {
  byId('waiting').hidden = !isWaiting;
  if (isWaiting) scroll.came(byId('waiting'));
}

/** A question that has an answer, or a newer one after it, cannot be pressed any more. */
function hideOldQuestion() {
  if (!answers.shown || ledger.open() === answers.line) return;
  recorder.quit();
  answers.clear();
}

function done() {
  if (presenter.busy) return;
  const open = ledger.open();
  const isNew = answers.show(open);
  answers.recall(ledger.isLate(open));
  if (!isNew) return;
  // A long list is read from its question; of anything else the buttons must not be hidden.
  const asked = log.element(open.n);
  scroll.came(cardBefore(asked) ?? (open.out.ask.shape === 'checklist' ? asked : answers.root));
  takeFocus();
}

/** The card that a question is about: it is looked at before it is sent. */
function cardBefore(asked) {
  const before = asked?.previousElementSibling;
  return before?.querySelector('.bubble.card') && !before.querySelector('.standing') ? before : null;
}

function askAgain() {
  answers.clear();
  done();
}

/** Who works with keys goes on from the new question; nobody is pulled out of the text they are typing. */
function takeFocus() {
  const at = document.activeElement;
  if (byKeys && (at === document.body || at === talk)) answers.group?.focus({ preventScroll: true });
}

async function catchUp() {
  try {
    receive(await fetchLines(ledger.last));
    status.up();
  } catch (error) {
    if (error.over) over();
  }
}

// Messages go out -------------------------------------------------------------------------------

function send(item, blob = null) {
  reader.stop();
  presenter.flush();
  ledger.waiting.set(item.id, item);
  hideOldQuestion();
  log.wait(item);
  outbox.send(item, blob);
  scroll.toEnd();
  if (document.activeElement === document.body) talk.focus({ preventScroll: true });
}

function press(data, label) {
  answers.clear();
  send(compose('press', { data, label }));
}

function sendVoice(blob) {
  send(compose('voice', {}), blob);
}

function speak() {
  recorder.open();
}

function taken(item, answer) {
  receive(answer.lines);
  ledger.waiting.delete(item.id);
  if (answer.outcome === 'gone') over();
  // A repeat was answered before: the lines are there, so read them.
  else if (log.waiting.has(item.id)) catchUp().then(() => log.drop(item.id));
}

function refused(item, word) {
  item.unsent = true;
  log.refuse(item, t(word in boot.words ? word : 'not_sent'), () => {
    log.drop(item.id);
    ledger.waiting.delete(item.id);
    send({ ...compose(item.kind, item), media: item.media });
  });
  done();
}

function trouble(isTrouble) {
  if (isTrouble) status.down();
  else status.up();
}

/** The session is over: the server says so in a page, and lets people in again. */
function over() {
  location.reload();
}

// Reading aloud ---------------------------------------------------------------------------------

function hear(node) {
  const again = reader.now === node;
  if (again) reader.stop();
  else reader.read([node]);
}

function showReading(isReading) {
  const tool = byId('read');
  tool.classList.toggle('on', isReading);
  tool.querySelector('span').textContent = t(isReading ? 'stop_reading' : 'read_aloud');
  tool.querySelector('use').setAttribute('href', isReading ? '#i-stop' : '#i-read');
}

function readLast() {
  if (byId('read').classList.contains('on')) reader.stop();
  else reader.read(log.lastGroup(), { n: answers.line?.n, text: labels() });
}

function labels() {
  return (answers.shown?.buttons || []).map((one) => `${one.label}.`).join(' ');
}

// The first lines, and then everything starts ---------------------------------------------------

function begin() {
  const lines = ledger.add(boot.lines);
  const isFirstVisit = !calm.matches && lines.every((line) => line.who === 'opstap');
  if (isFirstVisit) presenter.add(lines);
  else lines.forEach((line) => log.insert(line, false));
  const kept = outbox.kept();
  for (const item of kept) {
    ledger.waiting.set(item.id, item);
    log.wait(item);
  }
  showPlace(ledger.sorted().reverse().find((line) => line.out)?.out.place, ledger.human());
  done();
  if (boot.lines.length >= boot.page) offerOlder();
  if (scroll.stuck) scroll.jump();
  byId('log').setAttribute('aria-live', 'polite');
  outbox.resume(kept);
}

function offerOlder() {
  const more = button('button quiet older', t('older'), async () => {
    more.disabled = true;
    const lines = await fetchLines(0, ledger.lines.size + 2 * boot.page).catch(() => []);
    const fresh = ledger.add(lines);
    scroll.hold(() => fresh.forEach((line) => log.insert(line, false)));
    more.hidden = fresh.length === 0;
    more.disabled = false;
  });
  talk.prepend(more);
}

begin();
new Composer(byId('composer'), { say: (text) => send(compose('text', { text })) });
prepareTools({ command: (name, label) => send(compose('command', { data: name, label })) });
prepareKeys(answers);
fitAboveKeyboard();
byId('read').hidden = !canHear;
byId('read').addEventListener('click', readLast);
addEventListener('keydown', () => { byKeys = true; }, true);
addEventListener('pointerdown', () => { byKeys = false; }, true);
talk.addEventListener('click', (event) => {
  if (presenter.busy && !event.target.closest('a, button:not(.waiting), video, audio, summary')) presenter.flush();
});

talk.addEventListener('watching', () => scroll.quiet());
talk.addEventListener('watched', () => scroll.toEnd());

new Stream({
  last: () => ledger.last,
  line: (line) => receive([line]),
  up: () => {
    status.up();
    outbox.now();
  },
  down: () => {
    status.down();
    catchUp();
  },
  over,
  elsewhere: () => status.say(t('two_tabs')),
});
