// @ts-check
// Ledgers as files: out, in, and refused with words.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, inEachLanguage, test } from './app.js';

const cases = new URL('../cases/', import.meta.url);

/** @param {string} folder */
function jsonFiles(folder) {
  const names = readdirSync(new URL(folder, cases)).filter((name) => name.endsWith('.json'));
  return names.map((name) => ({ name, text: readFileSync(new URL(folder + name, cases), 'utf8') }));
}

test('an exported ledger comes back the same', async ({ app, page }) => {
  await app.openExample();
  await app.cell(3, 'name').fill('北滩灌区 "引号" \\ 与\t制表');
  await app.cell(3, 'net').fill('1，9oo');
  const typed = await app.typed();
  const file = await app.download(app.button('Export'));
  expect(file.name).toMatch(/^water-ledger-\d{4}-\d\d-\d\d\.json$/);

  // Nothing may be left to save, or leaving the page would bring it back.
  await app.isSaved();
  await app.forget();
  await app.reload();
  await expect(app.rows()).toHaveCount(0);
  await app.import(file.name, file.bytes);
  await expect(app.notice('Imported')).toBeVisible();
  await expect.poll(() => app.typed().then(JSON.stringify)).toBe(JSON.stringify(typed));
  const again = await app.download(app.button('Export'));
  expect(again.bytes.equals(file.bytes)).toBe(true);

  await app.button('Undo').click();
  await expect(app.rows()).toHaveCount(0);
});

/**
 * Every text that was typed into a document, in some order: the forms of a document differ in where things stand. What a row is
 * of was not typed.
 * @param {any} value
 * @param {string} [key]
 * @returns {string[]}
 */
function textsIn(value, key = '') {
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one));
  if (typeof value === 'string') return value === '' || ['of', 'input', 'number'].includes(key) ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => textsIn(one, name));
}

/**
 * What is left of texts when each of others is taken away once.
 * @param {string[]} texts
 * @param {string[]} others
 */
function withoutOnce(texts, others) {
  const left = [...others];
  return texts.filter((text) => {
    const place = left.indexOf(text);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/**
 * Whether a text is what a plan says of the institution's year that it is about, or of a measure that another excludes.
 * @param {string} text
 * @param {any[]} reviews
 */
const isOfPlan = (text, reviews) =>
  reviews.length > 0 &&
  (['institution', 'left_out'].includes(text) ||
    reviews.some(({ unit, year }) => [unit, year, `${unit} ${year}`].includes(text)));

/**
 * Whether a text is what a plan says of what was planned beside canals and cooling systems.
 * @param {string} text
 * @param {string} form
 */
const isOfPlanned = (text, form) =>
  form.includes('"planned"') &&
  (['in_plan', 'irrigation', 'plant'].includes(text) || /^\d{4}$| · (浓缩倍数|β)$/.test(text));

/** @param {string} text */
const typedIn = (text) => textsIn(JSON.parse(text).ledger).sort();

test('every recorded ledger can be imported and none of its text changes', async ({ app }) => {
  await app.open('#/irrigation');
  for (const { name, text } of jsonFiles('ledger/')) {
    await test.step(name, async () => {
      await app.import(name, text);
      await expect(app.notice('Imported')).toBeVisible();
      const file = await app.download(app.button('Export'));
      // An older form is saved in the newest one, which drops nothing that was typed, and adds nothing but the plans that have the
      // measures of an institution's year and what was planned elsewhere.
      const [before, after] = [typedIn(text), typedIn(file.bytes.toString())];
      const added = withoutOnce(after, before);
      expect(withoutOnce(before, after)).toEqual([]);
      const measures = JSON.parse(text).ledger?.institution ?? JSON.parse(text).ledger?.certification?.reviews ?? [];
      const plans = measures.filter((/** @type {any} */ review) => review.measures ?? review.effects);
      expect(added.filter((one) => !isOfPlan(one, plans) && !isOfPlanned(one, text))).toEqual([]);
      await app.page.locator('.notice').getByRole('button').click();
    });
  }
});

inEachLanguage(() => {
  test('a file that is no ledger is refused with words and nothing changes', async ({ app, page }) => {
    await page.clock.install();
    await app.openExample();
    await app.cell(1, 'net').fill('8183');
    await app.isSaved();
    const [typed, stored] = [await app.typed(), await app.stored()];
    const refused = jsonFiles('invalid/ledger/').map((file) => ({ ...file, key: 'DocumentDamaged' }));
    const newer = refused.find((file) => file.name === 'newer.json');
    if (newer) newer.key = 'DocumentNewer';
    refused.push(
      { name: 'picture.json', text: '\u0000\u0001PNG', key: 'DocumentDamaged' },
      { name: 'list.json', text: '[]', key: 'DocumentDamaged' },
      { name: 'deep.json', text: '{"schema":1,"ledger":'.padEnd(200_000, '['), key: 'DocumentDamaged' },
      { name: 'large.json', text: ' '.repeat(21 * 1024 * 1024), key: 'FileTooLarge' },
    );
    for (const { name, text, key } of refused) {
      await test.step(name, async () => {
        await app.import(name, text);
        // What is damaged is told by its line or by what the file is, in words of its own.
        const notice = key === 'DocumentDamaged' ? page.locator('.notice.wrong') : app.notice(key);
        await expect(notice).toBeVisible();
        await expect(notice).toHaveClass(/wrong/);
        expect(await app.typed()).toEqual(typed);
        await page.locator('.notice').getByRole('button').click();
        await expect(page.locator('.notice')).toHaveCount(0);
      });
    }
    await app.pass(500);
    expect(await app.stored()).toBe(stored);
  });
});

for (const width of [1280, 900, 390]) {
  test(`no tool moves while what was typed is saved, on a page of ${width} points`, async ({ app, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await app.openExample();
    await app.isSaved();
    // Where the tools stand beside each word of the state that is shown meanwhile.
    await page.evaluate(() => {
      const state = document.querySelector('.saving');
      const tools = [...document.querySelectorAll('.toolbar button, .toolbar a')];
      const look = () => {
        const places = tools.map((tool) => tool.getBoundingClientRect()).map(({ x, y }) => `${x} ${y}`).join();
        Object.assign(window, { seen: [...(Reflect.get(window, 'seen') ?? []), [state?.textContent, places]] });
      };
      look();
      new MutationObserver(look).observe(state ?? document, { characterData: true, childList: true, subtree: true });
    });
    await app.cell(1, 'net').fill('8183');
    await expect.poll(() => page.evaluate(() => Reflect.get(window, 'seen').length)).toBeGreaterThan(2);
    const seen = /** @type {[string, string][]} */ (await page.evaluate(() => Reflect.get(window, 'seen')));
    expect(new Set(seen.map(([words]) => words)).size).toBe(2);
    expect(new Set(seen.map(([, places]) => places)).size).toBe(1);
  });
}

test('a file with a byte order mark and Windows line ends is read', async ({ app }) => {
  await app.openExample();
  const file = await app.download(app.button('Export'));
  await app.button('Undo').click();
  await app.import('windows.json', '\ufeff' + file.bytes.toString().replaceAll('\n', '\r\n'));
  await expect(app.notice('Imported')).toBeVisible();
  await expect(app.cell(1, 'net')).toHaveValue('8179');
});

test('the same file can be imported twice in a row', async ({ app }) => {
  await app.openExample();
  const file = await app.download(app.button('Export'));
  for (const _ of [1, 2]) {
    await app.cell(1, 'net').fill('1');
    await app.import('ledger.json', file.bytes);
    await expect(app.cell(1, 'net')).toHaveValue('8179');
  }
});
