// The quiet bar that shows where in the lesson you are.
import { t } from './boot.js';
import { byId, el } from './dom.js';

export function showPlace(place) {
  const path = byId('path');
  byId('title').textContent = place?.title || t('coach_name');
  path.hidden = !place;
  if (!place) {
    byId('lesson').textContent = '';
    return;
  }
  const words = t('progress', { lesson: place.lesson, lessons: place.lessons });
  byId('lesson').textContent = words;
  if (path.children.length !== place.lessons) {
    path.replaceChildren(...Array.from({ length: place.lessons }, () => el('i', {}, el('b'))));
  }
  // The step that is reached counts, so that the last one fills the bar.
  const inside = place.steps ? Math.min(1, (place.done + 1) / place.steps) : 0;
  [...path.children].forEach((segment, at) => {
    const part = at < place.lesson - 1 ? 1 : at === place.lesson - 1 ? inside : 0;
    segment.firstElementChild.style.width = `${Math.round(part * 100)}%`;
  });
  path.setAttribute('aria-valuenow', String(Math.round(((place.lesson - 1 + inside) / place.lessons) * 100)));
  path.setAttribute('aria-valuetext', words);
}
