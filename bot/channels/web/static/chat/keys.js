// Number keys choose an answer, as long as nobody is typing.
const TYPING = 'textarea, input:not([type="checkbox"]), audio, video, dialog[open]';

export function prepareKeys(answers) {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (event.target.closest?.(TYPING) || document.querySelector('dialog[open]')) return;
    if (!/^[1-9]$/.test(event.key) || !answers.shown) return;
    event.preventDefault();
    answers.pick(Number(event.key) - 1);
  });
}
