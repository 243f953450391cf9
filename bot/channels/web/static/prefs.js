// Letters and light as this person chose them: set before the page is drawn, so that nothing jumps.
(() => {
  try {
    const root = document.documentElement;
    const size = localStorage.getItem('opstap:size');
    const theme = localStorage.getItem('opstap:theme');
    if (size) root.dataset.size = size;
    if (theme) root.dataset.theme = theme;
  } catch {
    // A browser that keeps nothing shows the page as it comes.
  }
})();
