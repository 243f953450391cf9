// The face beside a human's words. It is nobody's portrait; its colour goes with the name, so that two people differ.
const TONES = 4;

export function tone(name) {
  const sum = [...name].reduce((total, letter) => total + letter.codePointAt(0), 0);
  return `tone-${sum % TONES}`;
}
