// Small help to build elements; text always goes in as text, never as HTML.
const SVG = 'http://www.w3.org/2000/svg';

/** el('button', {class: 'main', on: {click}}, 'label', node...) */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
    else if (name === 'class') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter((child) => child !== null && child !== undefined));
  return node;
}

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#i-${name}`);
  svg.append(use);
  return svg;
}

/** A button with an icon and a label that can be seen. */
export function button(kind, label, act, glyph = null) {
  return el('button', { type: 'button', class: kind, on: { click: act } }, glyph && icon(glyph), label);
}

export function byId(id) {
  return document.getElementById(id);
}
