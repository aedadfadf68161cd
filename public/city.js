// The story of a city works without this script. It shows the theme that the address names or that was chosen on the site, leads to the
// language that the address asks for, and to the same screen in the other language.
'use strict';

{
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  /** What was chosen on the site; merely asking throws where storage is forbidden. */
  const kept = (name) => {
    try {
      return localStorage.getItem(`water-ledger/${name}`);
    } catch {
      return null;
    }
  };

  const theme = [asked.get('theme'), kept('theme')].find((wish) => wish === 'light' || wish === 'dark');
  if (theme) root.dataset.theme = theme;

  const language = asked.get('lang')?.slice(0, 2);
  const other = document.querySelector(`link[hreflang^="${language === 'zh' || language === 'en' ? language : 'none'}"]`);
  if (other && !root.lang.startsWith(language)) location.replace(other.href + location.search + location.hash);

  /** The screen that is looked at: the one that was gone to while it is in sight, else the last that begins in the upper half. */
  const inSight = () => {
    const screens = [...document.querySelectorAll('.screen')];
    const begins = (screen) => screen.getBoundingClientRect().top;
    const goneTo = screens.find(({ id }) => location.hash === `#${id}`);
    if (goneTo && begins(goneTo) >= 0 && begins(goneTo) < innerHeight) return goneTo.id;
    return screens.findLast((screen) => begins(screen) < innerHeight / 2)?.id;
  };

  document.addEventListener('click', ({ target }) => {
    const link = target.closest('#language');
    if (!link) return;
    const screen = inSight();
    link.hash = screen ? `#${screen}` : '';
    if (asked.has('theme')) link.search = `?theme=${root.dataset.theme}`;
    try {
      localStorage.setItem('water-ledger/language', link.lang);
    } catch {}
  });
}
