// Pictures that grow when pressed, and films that can be read instead.
import { boot, t } from './boot.js';
import { byId, el, icon } from './dom.js';

export function picture(out) {
  return enlargeable(out, `/picture/${encodeURIComponent(out.media)}`, {});
}

/** A card is drawn for this person alone. Its size is known: the page does not jump. */
export function card(out) {
  return enlargeable(out, cardAddress(out), { width: 900, height: 1200, loading: 'lazy' });
}

/** Where a card that came can be printed. */
export function printed(out) {
  return el('a', { class: 'print', href: `${cardAddress(out)}.pdf`, target: '_blank', rel: 'noopener' }, t('print_card'));
}

function cardAddress(out) {
  return `${boot.base}card/${encodeURIComponent(out.media)}`;
}

function enlargeable(out, address, more) {
  const image = el('img', { src: address, alt: out.alt || '', decoding: 'async', ...more });
  const open = () => enlarge(address, out.alt);
  return el('button', { type: 'button', class: 'picture', 'aria-label': `${t('picture')}: ${out.alt || ''}`, on: { click: open } }, image);
}

function enlarge(address, alt) {
  const dialog = byId('big');
  const close = el('button', { type: 'button', class: 'round', 'aria-label': t('close') }, icon('close'));
  dialog.replaceChildren(el('img', { src: address, alt: alt || '' }), close);
  dialog.onclick = () => dialog.close();
  dialog.showModal();
}

export function film(out, transcript) {
  const base = `/film/${encodeURIComponent(out.media)}`;
  const video = el('video', {
    playsinline: true, preload: 'metadata', poster: `${base}.poster`, src: `${base}.mp4`, 'aria-label': out.alt || t('film'),
  });
  const steer = () => { video.controls = true; };
  // The player's own buttons lie on the captions: they come when they are wanted, and at once for who uses keys.
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'pause']) video.addEventListener(event, steer, { once: true });
  const start = (press) => {
    if (press.detail === 0) steer();
    frame.classList.add('started');
    frame.dispatchEvent(new CustomEvent('watching', { bubbles: true }));
    frame.scrollIntoView({ block: 'nearest' });
    video.focus({ preventScroll: true });
    video.play();
  };
  const play = el('button', { type: 'button', class: 'play', on: { click: start } }, icon('play'), t('play_video'));
  const frame = el('div', { class: 'film' }, video, play);
  video.addEventListener('play', () => frame.classList.add('started'));
  video.addEventListener('ended', () => frame.dispatchEvent(new CustomEvent('watched', { bubbles: true })));
  const read = transcript
    ? el('details', {}, el('summary', {}, t('transcript')), ...transcript.split(/\n+/).map((text) => el('p', {}, text)))
    : null;
  return [frame, read];
}

export function sound(id) {
  return el('audio', { controls: true, preload: 'none', src: `${boot.base}media/${encodeURIComponent(id)}`, 'aria-label': t('voice_message') });
}
