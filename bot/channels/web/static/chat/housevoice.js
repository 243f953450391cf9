// Reading aloud with the voice of the server, where it has one.
import { boot } from './boot.js';

const player = new Audio();
player.preload = 'none';

/** Some phones cannot play this sound: they have a voice of their own. */
export const hasVoice = boot.voice && player.canPlayType('audio/ogg; codecs=opus') !== '';

let end = () => {};

/** Play a bubble ('line') or the answers below it ('answers'). Gives false when that did not work. */
export function play(n, part) {
  return new Promise((done) => {
    end = done;
    player.onended = () => done(true);
    player.onerror = () => done(false);
    player.src = `${boot.base}aloud/${n}/${part}.ogg`;
    player.play().catch(() => done(false));
  });
}

/** Be silent at once. */
export function hush() {
  player.onerror = null;
  player.pause();
  player.removeAttribute('src');
  end(true);
}
