// The tools that are always in the same place, and the sheet behind 'more'.
import { byId } from './dom.js';
import { forgetAll } from './store.js';

/** act: command(name, label) */
export function prepareTools(act) {
  const sheet = byId('sheet');
  for (const one of document.querySelectorAll('[data-command]')) {
    one.addEventListener('click', () => {
      if (sheet.open) sheet.close();
      act.command(one.dataset.command, one.textContent.trim());
    });
  }
  byId('more').addEventListener('click', () => sheet.showModal());
  sheet.addEventListener('click', (event) => {
    if (event.target === sheet || event.target.closest('[data-close]')) sheet.close();
  });
  byId('leave').addEventListener('submit', forgetAll);
  prepareLetters();
  prepareLight();
  prepareInstall();
}

function prepareLetters() {
  const root = document.documentElement;
  choices('[data-size]:not(html)', (one) => one.dataset.size, root.dataset.size || '1', (size) => {
    root.dataset.size = size;
    remember('opstap:size', size);
  });
}

function prepareLight() {
  const root = document.documentElement;
  const now = root.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  choices('[data-theme-choice]', (one) => one.dataset.themeChoice, now, (theme) => {
    root.dataset.theme = theme;
    remember('opstap:theme', theme);
  });
}

function choices(selector, valueOf, now, act) {
  const all = [...document.querySelectorAll(selector)];
  const press = (value) => all.forEach((one) => one.setAttribute('aria-pressed', String(valueOf(one) === value)));
  press(now);
  for (const one of all) {
    one.addEventListener('click', () => {
      press(valueOf(one));
      act(valueOf(one));
    });
  }
}

function remember(name, value) {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Then it holds for as long as this page is open.
  }
}

function prepareInstall() {
  const install = byId('install');
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    install.hidden = false;
    install.onclick = () => event.prompt();
  });
  addEventListener('appinstalled', () => { install.hidden = true; });
}
