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

// The story: what happens now is read above the phones, and the phone on which it happens is lit.
const narrator = document.querySelector('.narrator');
let scene = 0;

async function follow() {
  try {
    tell(await (await fetch('/demo/story', { headers: { Accept: 'application/json' } })).json());
  } catch {
    // The server is away for a moment: the next look finds it.
  }
  setTimeout(follow, 1000);
}

function tell(now) {
  if (!now.at) return;
  narrator.hidden = false;
  const end = now.stuck ? narrator.dataset.stuck : narrator.dataset.done;
  narrator.querySelector('.at').textContent = now.running ? `${now.at} / ${now.of}` : '';
  narrator.querySelector('.note').textContent = now.running ? now.note : end;
  devices.forEach((device, at) => {
    const acting = now.running && device.dataset.name === now.who;
    device.classList.toggle('acting', acting);
    if (acting && scene !== now.at) show(at);
  });
  scene = now.at;
}

if (narrator) follow();
