// Starts the page: chooses its module, and hands over from the landing page to the app.

/** The modules, each the script that wasm-bindgen wrote and the code it runs. */
const MODULES = {
  // The landing page alone: all that a first visit needs.
  home: ['./home.js', './home_bg.wasm'],
  // Every page, and the ledger.
  app: ['./app.js', './app_bg.wasm'],
};
/** What loads the parts of the app that come with its pages. */
const PARTS = './parts.js';

const address = (file) => new URL(file, import.meta.url).href;

/** Whether the address is the landing page's; the rule is that of `Route::parse`. */
const isHome = () => /^#*\/*$/.test(location.hash);

/** Whether this browser keeps a ledger; merely asking throws where storage is forbidden. */
function keepsLedger() {
  try {
    return localStorage.getItem('water-ledger/ledger') !== null;
  } catch {
    return false;
  }
}

/** Loads a module, its two files at the same time. */
async function load([script, code]) {
  const [module, response] = await Promise.all([import(script), fetch(address(code))]);
  const exports = await module.default({ module_or_path: response });
  return { module, exports };
}

/** Fetches a module's files ahead when there is nothing else to do, unless the visitor asked to save data. */
function fetchAhead([script, code]) {
  if (navigator.connection?.saveData) return;
  const whenIdle = window.requestIdleCallback ?? ((then) => setTimeout(then, 1000));
  whenIdle(() => {
    for (const [file, as] of [[script, 'script'], [code, 'fetch']]) {
      const link = document.createElement('link');
      Object.assign(link, { rel: 'prefetch', as, href: address(file) });
      document.head.append(link);
    }
  });
}

/** Waits until the address is no longer the landing page's. */
function leavingHome() {
  return new Promise((resolve) => {
    const look = () => {
      if (isHome()) return;
      removeEventListener('hashchange', look);
      resolve();
    };
    addEventListener('hashchange', look);
    look();
  });
}

async function start() {
  let home;
  if (isHome() && !keepsLedger()) {
    home = (await load(MODULES.home)).module;
    home.mount();
    fetchAhead(MODULES.app);
    await leavingHome();
    // The landing page stays in sight until the app can take its place.
    document.body.setAttribute('aria-busy', 'true');
  }
  const [app, parts] = await Promise.all([load(MODULES.app), import(PARTS)]);
  parts.provide(app.exports);
  home?.leave();
  app.module.mount();
}

/** Says that a part of the page is missing, and offers to load it again where the visitor is. */
function sayFailure(error) {
  const failure = document.getElementById('failure');
  failure.hidden = false;
  failure.querySelector('a').onclick = () => {
    location.reload();
    return false;
  };
  throw error;
}

start()
  .catch(sayFailure)
  .finally(() => document.body.removeAttribute('aria-busy'));
