// The top: with whom you talk, and the quiet bar that shows where in the lesson you are.
import { t } from './boot.js';
import { byId, el } from './dom.js';
import { tone } from './face.js';

const mark = document.querySelector('.top .mark');
const house = mark.src;

/** `human` is the name of who talks here now, if a human does. */
export function showPlace(place, human) {
  mark.src = human ? mark.dataset.face : house;
  mark.className = human ? `mark ${tone(human)}` : 'mark';
  mark.parentElement.classList.toggle('with-human', Boolean(human));
  byId('title').textContent = human ? t('talking_with', { name: human }) : place?.title || t('coach_name');
  showPath(human ? null : place);
}

function showPath(place) {
  const path = byId('path');
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
