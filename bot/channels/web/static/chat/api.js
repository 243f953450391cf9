// Requests to our own server.
import { boot } from './boot.js';

/** The server answered, and said no. `passing` means: trying again later makes sense. */
export class Refusal extends Error {
  constructor(status, word) {
    super(word);
    this.status = status;
    this.word = word;
    this.over = status === 401;
    this.passing = status >= 500 || status === 429 || status === 408;
  }
}

async function ask(path, options = {}) {
  const response = await fetch(boot.base + path, { credentials: 'same-origin', cache: 'no-store', ...options });
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Refusal(response.status, body.word || 'went_wrong');
  return body;
}

function post(path, body, type) {
  return ask(path, { method: 'POST', body, headers: { 'Content-Type': type, 'X-Opstap-Csrf': boot.csrf } });
}

export async function fetchLines(after, limit = boot.page) {
  return (await ask(`api/lines?after=${after}&limit=${limit}`)).lines;
}

export function say(message) {
  return post('api/say', JSON.stringify(message), 'application/json');
}

export async function keepVoice(blob) {
  return (await post('api/voice', blob, blob.type || 'application/octet-stream')).media;
}
