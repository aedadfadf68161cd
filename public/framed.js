// A piece in a frame works without this script. It shows the theme and the language that its address names, and tells the page around it
// how high it is. It keeps nothing.
'use strict';

{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const theme = asked.get('theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;

  const language = asked.get('lang');
  const other = language && document.querySelector('link[rel="alternate"]');
  if (other && !root.lang.startsWith(language) && other.hreflang.startsWith(language)) {
    location.replace(other.href + location.search + location.hash);
  }

  /** Who looks at the piece itself may want it for a page of his own. */
  function showCode() {
    const code = document.getElementById('code');
    if (!code) return;
    const frame = Object.assign(document.createElement('iframe'), { src: location.href.split('#')[0], title: document.title });
    const said = { width: '100%', height: '460', loading: 'lazy', referrerpolicy: 'no-referrer', sandbox: 'allow-scripts allow-popups' };
    for (const [name, value] of Object.entries(said)) frame.setAttribute(name, value);
    // As text alone: a script element would ask for the page's policy.
    const script = `<script src="${new URL('../embed.js', location.href).href}"></script>`;
    code.querySelector('textarea').value = `${frame.outerHTML}\n${script}`;
    code.hidden = false;
  }

  addEventListener('DOMContentLoaded', () => {
    // Who asked for a piece by its name is led to it, where there is one.
    const name = location.hash.slice(1);
    const piece = [...document.querySelectorAll('[data-piece]')].find((link) => link.dataset.piece === name);
    if (piece) location.replace(piece.href + location.search);
    const none = document.getElementById('no-piece');
    if (none && name && !piece) none.hidden = false;

    if (parent === window) {
      showCode();
      return;
    }
    // A frame of no origin may open no window, so that its link leads on within it.
    if (origin !== 'null') document.getElementById('open').target = '_blank';
    const id = asked.get('id') ?? '';
    const tell = () => parent.postMessage({ type: 'water-ledger:height', id, height: Math.ceil(document.body.scrollHeight) }, '*');
    new ResizeObserver(tell).observe(document.body);
  });
}
