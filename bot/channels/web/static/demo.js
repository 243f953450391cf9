// On a narrow screen the demo shows one phone at a time, behind tabs.
const devices = [...document.querySelectorAll('.device')];
const list = document.querySelector('.tabs');
const tabs = [...list.children];

function show(chosen) {
  tabs.forEach((tab, at) => {
    tab.setAttribute('aria-selected', String(at === chosen));
    tab.tabIndex = at === chosen ? 0 : -1;
    devices[at].classList.toggle('shown', at === chosen);
  });
}

list.addEventListener('click', (event) => {
  const at = tabs.indexOf(event.target.closest('button'));
  if (at >= 0) show(at);
});
list.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const next = (tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length;
  show(next);
  tabs[next].focus();
});
list.hidden = tabs.length < 2;
show(0);
