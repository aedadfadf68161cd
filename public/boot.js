// Starts the page. It runs in the head, before the body is read, so that language and theme hold from the first picture on.
// The landing page stands in the document, in the other language as a template; the app, or the calculator of homes, is loaded when a
// visitor goes on.
'use strict';

{
  const root = document.documentElement;

  /**
   * The app: the script that wasm-bindgen wrote, the code it runs, what loads the parts that come with its pages, and the
   * style sheets that the landing page needs not.
   */
  const APP = {
    script: './app.js',
    code: './app_bg.wasm',
    parts: './parts.js',
    styles: ['./certification.css', './rubrics.css', './ledgers.css', './region.css', './retrofit.css'],
  };

  /** The calculator of homes, a module of its own. */
  const HOUSEHOLD = { script: './household.js', code: './household_bg.wasm', styles: ['./household.css'] };

  const THEMES = ['system', 'light', 'dark'];

  const own = document.currentScript.src;
  const address = (file) => new URL(file, own).href;

  /** The elements of which charts are made. In a text of the chart room every other `<` is escaped. */
  const DRAWN = /^<svg(?![^]*<(?!\/?(?:svg|g|title|desc|path|rect|circle|text|tspan)[\s>/]))/;

  /** What text may become markup, or the address of a script: pictures of charts, and the site's own files. */
  const RULES = {
    createHTML(text) {
      if (!DRAWN.test(text)) throw new TypeError('no picture of a chart');
      return text;
    },
    createScriptURL(file) {
      if (new URL(file, own).origin !== new URL(own).origin) throw new TypeError('no script of the site');
      return file;
    },
  };

  /** The page's one policy; a browser that knows none is given the rules as they are. */
  const policy = window.trustedTypes?.createPolicy('water-ledger', RULES) ?? RULES;

  /** Whether the address is the landing page's; the rule is that of `Route::parse`. */
  const isHome = () => !isFramed && /^#*\/*$/.test(location.hash);

  /** The page that stands in frames of other sites, which holds the calculator of homes and nothing else; some hosts leave its ending out. */
  const FRAMED = '/embed/household.html';
  const isFramed = [FRAMED, FRAMED.replace('.html', '')].some((page) => location.pathname.endsWith(page));

  /** Whether the address is one of the calculator of homes. */
  const isHousehold = () => isFramed || /^#*\/*household(?:\/|$)/.test(location.hash);

  /** Leads on where the address is that of a city's page or of a piece of it, which are documents of their own, one in each language. */
  function leadOn() {
    const [found, piece, screen] = /^#*\/*(embed\/)?city(?:\/([\w-]*))?$/.exec(location.hash) ?? [];
    if (!found) return false;
    const pages = piece ? ['./embed/city.html', './embed/city-en.html'] : ['./city.html', './city-en.html'];
    location.replace(address(pages[Number(root.lang === 'en')]) + location.search + (screen ? `#${screen}` : ''));
    return true;
  }

  /** What this browser keeps under a name; merely asking throws where storage is forbidden. */
  function kept(name) {
    try {
      return localStorage.getItem(`water-ledger/${name}`);
    } catch {
      return null;
    }
  }

  /** Whether this browser keeps a ledger, or a former version of the page kept one. */
  const keepsLedger = () => kept('open') !== null || kept('ledger') !== null;

  /** Keeps a choice; one that cannot be kept is merely made again next time. */
  function keep(name, value) {
    try {
      localStorage.setItem(`water-ledger/${name}`, value);
    } catch {}
  }

  /** The language that the address names, else that of last time, else the browser's; who reads neither is met in English. */
  function language() {
    const wishes = [new URLSearchParams(location.search).get('lang'), kept('language'), navigator.language || 'zh'];
    const wish = wishes.find((tag) => /^(zh|en)/.test(tag ?? ''));
    return wish?.startsWith('zh') ? 'zh-CN' : 'en';
  }

  /** The body can be used from here on. */
  const read = new Promise((resolve) => {
    if (document.readyState !== 'loading') resolve();
    document.addEventListener('DOMContentLoaded', resolve);
  });

  /** The landing page as it stands in the document; the app takes it away. */
  const landing = () => document.getElementById('landing');

  /** Shows the landing page in the language of the root. */
  function showLanguage() {
    const [shown, other] = [landing(), document.querySelector(`template[lang="${root.lang}"]`)];
    if (!shown || !other) return;
    const words = [...shown.childNodes];
    shown.replaceChildren(other.content);
    other.content.append(...words);
    [shown.lang, other.lang] = [other.lang, shown.lang];
  }

  /** Puts the landing page among the templates, from which the app shows it when its address comes again. */
  function takeAway() {
    const template = document.createElement('template');
    template.lang = landing().lang;
    template.content.append(...landing().childNodes);
    landing().replaceWith(template);
    document.getElementById('shell').remove();
  }

  /** What the landing page offers, by the name in `data-does`. */
  const ACTIONS = {
    skip: () => document.getElementById('main').focus(),
    theme() {
      root.dataset.theme = THEMES[(THEMES.indexOf(root.dataset.theme) + 1) % THEMES.length];
      keep('theme', root.dataset.theme);
    },
    language() {
      root.lang = root.lang === 'en' ? 'zh-CN' : 'en';
      keep('language', root.lang);
      history.replaceState(null, '', `?lang=${root.lang}${location.hash}`);
      showLanguage();
      entitle();
      document.getElementById('language').focus();
    },
    explain: () => document.getElementById('sample-basis').showModal(),
    close: (button) => button.closest('dialog').close(),
    // The address within the page stays, which the link itself would drop.
    reload(_, event) {
      event.preventDefault();
      location.reload();
    },
    png: (button) => savePng(button.parentElement.querySelector('[download$=".svg"]')),
  };

  const entitle = () => (document.title = landing().querySelector('h1').textContent);

  function act(event) {
    const { target } = event;
    const offered = target.closest('[data-does]');
    if (offered) ACTIONS[offered.dataset.does](offered, event);
    // A click on the dialog itself, not on anything in it, is a click beside it.
    if (target.id === 'sample-basis') target.close();
  }

  /** Offers the chart's file as a PNG, drawn twice as fine. */
  async function savePng(file) {
    const image = new Image();
    image.src = file.href;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [2 * image.naturalWidth, 2 * image.naturalHeight];
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    const link = document.createElement('a');
    link.download = file.download.replace('.svg', '.png');
    canvas.toBlob((blob) => {
      link.href = URL.createObjectURL(blob);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    });
  }

  /** Puts a link to a file into the head. */
  function link(file, attributes) {
    const element = Object.assign(document.createElement('link'), attributes, { href: address(file) });
    document.head.append(element);
    return element;
  }

  /** Loads a style sheet. */
  function loadStyle(file) {
    return new Promise((resolve, reject) => {
      const style = link(file, { rel: 'stylesheet' });
      style.onload = resolve;
      style.onerror = () => reject(new Error(`cannot load ${file}`));
    });
  }

  /** Loads a module, all its files at the same time. */
  async function load({ script, code, parts, styles }) {
    // In a frame that is of no origin a script has no address of its own that others could stand beside: each is named in full.
    const [main, loading] = [script, parts].map((file) => file && import(address(file)));
    const files = [main, fetch(address(code)), loading, ...styles.map(loadStyle)];
    const [module, response, loader] = await Promise.all(files);
    const exported = await module.default({ module_or_path: response });
    loader?.provide(exported);
    return module;
  }

  /** Does what can wait when there is nothing else to do, unless the visitor asked to save data. */
  function whenIdle(act) {
    if (!navigator.connection?.saveData) (window.requestIdleCallback ?? ((then) => setTimeout(then, 1000)))(act);
  }

  /** Fetches the app's files ahead. */
  function fetchAhead() {
    whenIdle(() => {
      link(APP.script, { rel: 'prefetch', as: 'script' });
      link(APP.parts, { rel: 'prefetch', as: 'script' });
      link(APP.code, { rel: 'prefetch', as: 'fetch' });
      for (const style of APP.styles) link(style, { rel: 'prefetch', as: 'style' });
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

  /**
   * The words in the app's place are in sight, or will not be for a while: a cached app would come before the browser has
   * shown anything.
   */
  function shellShown() {
    const shown = new Promise((resolve) => {
      new PerformanceObserver(resolve).observe({ type: 'paint', buffered: true });
    });
    return Promise.race([shown, new Promise((resolve) => setTimeout(resolve, 200))]);
  }

  /** Between the two modules the page is loaded again: neither can take the other away. */
  function reloadBetweenModules() {
    const calculates = isHousehold();
    addEventListener('hashchange', (event) => {
      if (isHousehold() === calculates) return;
      event.stopImmediatePropagation();
      location.reload();
    });
  }

  /** Loads what is wanted: at once for another page, and for whoever keeps a ledger, whose tools the app brings. */
  async function start() {
    const cameHome = isHome();
    if (cameHome && !keepsLedger()) {
      await read;
      fetchAhead();
      await leavingHome();
      // The landing page stays in sight until the app can take its place.
      document.body.setAttribute('aria-busy', 'true');
    }
    const calculates = isHousehold();
    reloadBetweenModules();
    const [module] = await Promise.all([load(calculates ? HOUSEHOLD : APP), read.then(shellShown)]);
    // Nobody loses his place on the landing page: who is at something there goes on himself.
    if (isHome() && landing().contains(document.activeElement)) await leavingHome();
    takeAway();
    await (calculates ? module.mount(policy) : module.mount(cameHome && !isHome(), policy));
  }

  /** Says that a part of the page is missing, and offers to load it again where the visitor is. */
  async function sayFailure(error) {
    await read;
    const failure = document.getElementById('failure');
    failure.hidden = false;
    failure.querySelector('a').onclick = () => {
      location.reload();
      return false;
    };
    throw error;
  }

  root.lang = language();
  const wishes = [new URLSearchParams(location.search).get('theme'), kept('theme')];
  root.dataset.theme = wishes.find((theme) => THEMES.includes(theme)) ?? 'system';
  root.dataset.start = isHome() ? 'home' : 'app';
  root.dataset.ledger = keepsLedger() ? 'kept' : 'none';

  addEventListener('hashchange', (event) => leadOn() && event.stopImmediatePropagation());
  document.addEventListener('click', act);
  read.then(() => {
    if (landing().lang !== root.lang) showLanguage();
    if (isHome()) entitle();
  });
  if (!leadOn()) {
    start()
      .catch(sayFailure)
      .finally(() => document.body.removeAttribute('aria-busy'));
  }

  // The site is kept for a visit without network, when all that this one needs is here.
  // Who sees a frame of it did not come for that.
  addEventListener('load', () => {
    if (!isFramed) whenIdle(() => import(address('./offline.js')).then(({ keep }) => keep((file) => policy.createScriptURL(file))).catch(() => {}));
  });
}
