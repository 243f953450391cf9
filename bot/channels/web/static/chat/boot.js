// What the server put in the page: who, which words, and the first lines.
export const boot = JSON.parse(document.getElementById('boot').textContent);

/** The page text `key`, with {name} places filled in. */
export function t(key, values = {}) {
  return boot.words[key].replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

/** What a command is called on its button. */
export function commandLabel(name) {
  return boot.buttons[name] || boot.words[name] || '';
}

export const calm = matchMedia('(prefers-reduced-motion: reduce)');
