// What this phone keeps for this person: drafts, and messages that are not sent yet.
import { boot } from './boot.js';

const prefix = `opstap:chat:${boot.handle}:`;
const memory = new Map();

function local(act, otherwise) {
  try {
    return act(localStorage);
  } catch {
    // Private windows and full phones keep nothing; this page still remembers for as long as it is open.
    return otherwise();
  }
}

export function keep(name, value) {
  memory.set(name, value);
  local((box) => box.setItem(prefix + name, JSON.stringify(value)), () => {});
}

export function recall(name) {
  return local(
    (box) => {
      const kept = box.getItem(prefix + name);
      return kept === null ? (memory.get(name) ?? null) : JSON.parse(kept);
    },
    () => memory.get(name) ?? null,
  );
}

export function forget(name) {
  memory.delete(name);
  local((box) => box.removeItem(prefix + name), () => {});
}

/** The kept names that start so, in alphabetical order. */
export function names(start) {
  const kept = local((box) => Object.keys(box).filter((key) => key.startsWith(prefix)), () => []);
  const all = new Set([...kept.map((key) => key.slice(prefix.length)), ...memory.keys()]);
  return [...all].filter((name) => name.startsWith(start)).sort();
}

export function forgetAll() {
  names('').forEach(forget);
}
