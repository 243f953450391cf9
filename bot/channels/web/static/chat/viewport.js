// Some phones lay their keyboard over the page: then the page takes the height that is left.
const view = window.visualViewport;

export function fitAboveKeyboard() {
  view?.addEventListener('resize', () => {
    // Who zooms in with two fingers also sees less, and wants the page to stay as it is.
    const covered = view.scale === 1 && innerHeight - view.height > 80;
    document.body.style.height = covered ? `${view.height}px` : '';
    if (covered) scrollTo(0, 0);
  });
}
