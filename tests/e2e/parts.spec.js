// @ts-check
// Each page's code is a part of its own, which is loaded when the page is opened.
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from './app.js';

const dist = new URL('../../dist/', import.meta.url);

/** The pages by the names of their parts, with their addresses. */
const PAGES = /** @type {const} */ ({
  irrigation: '#/irrigation',
  report: '#/irrigation/1/report',
  industry: '#/industry',
  sheets: '#/industry/1/sheets',
  certification: '#/certification',
  form: '#/certification/1/form',
  retrofit: '#/retrofit',
  proposal: '#/retrofit/1/proposal',
  region: '#/region',
  year_report: '#/region/1/year',
  rubrics: '#/rubrics',
  methods: '#/methods',
  ledgers: '#/ledgers',
  shared: '#/open/none',
});

/** The files of each page, as the loader of the built site names them. */
const loaded = () => {
  const loader = readdirSync(dist).find((name) => /^parts-\w+\.js$/.test(name));
  const text = readFileSync(new URL(loader ?? 'no loader', dist), 'utf8');
  const lines = [...text.matchAll(/__wasm_split_load_(\w+) = load\(\[(.*)\]\)/g)];
  return Object.fromEntries(lines.map(([, page, files]) => [page, [...files.matchAll(/part_\w+-\w+\.wasm/g)].map(String).sort()]));
};

/** What is opened within pages: the tabs after the first, charts, the basis of a figure, a table that is pasted. */
const WITHIN = ['analyses', 'attached', 'basis', 'begin', 'details', 'drawing', 'embedding', 'filled', 'held', 'institution_plans', 'irrigation_plans', 'keeper', 'matching', 'older', 'older_journal', 'pack', 'pass_line', 'picture', 'plan_flows', 'plan_tabs', 'plan_years', 'plant_plans', 'region_flows', 'region_glance', 'region_numbers', 'region_scores', 'region_tabs', 'region_units', 'rubric_table', 'sentences', 'steps', 'take_in', 'trends', 'workbook_in', 'workbook_out'];

test('every part belongs to a page of this list or is opened within one', () => {
  expect(Object.keys(loaded()).sort()).toEqual([...Object.keys(PAGES), ...WITHIN].sort());
});

for (const [name, address] of Object.entries(PAGES)) {
  test(`${name} loads its own parts and no others`, async ({ app, page }) => {
    /** @type {Set<string>} */
    const asked = new Set();
    page.on('request', (request) => {
      const file = request.url().split('/').at(-1) ?? '';
      if (/^part_/.test(file)) asked.add(file);
    });
    await app.open(address);
    await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
    // The irrigation page shows the nation's chart before there is a year.
    const charts = name === 'irrigation' ? [...loaded().trends, ...loaded().drawing] : [];
    // What keeps copies comes with whatever page is first.
    const files = new Set([...loaded()[name], ...charts, ...loaded().keeper]);
    expect([...asked].sort()).toEqual([...files].sort());
  });
}

test('the code is in no more files than its parts may be, and three', () => {
  expect(readdirSync(dist).filter((name) => name.endsWith('.wasm')).length).toBeLessThanOrEqual(144);
});

test('a part that does not come is said, the page stays, and trying again helps', async ({ app, page, complaints }) => {
  const files = loaded();
  await app.open('#/methods');
  // A part that certification alone needs of the two.
  const missing = files.certification.find((file) => !files.methods.includes(file)) ?? 'none';
  await page.route(`**/${missing}`, (route) => route.abort());
  await page.goto(PAGES.certification);
  const failure = page.locator('#failure');
  await expect(failure).toBeVisible();
  await expect(failure).toContainText('网络');
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
  expect(complaints.join()).toContain(missing);
  complaints.length = 0;

  // Where it still does not come, it is said again.
  await failure.getByRole('link').click();
  await expect(failure).toBeVisible();
  complaints.length = 0;

  await page.unroute(`**/${missing}`);
  await failure.getByRole('link').click();
  await expect(page.locator('main h1')).toHaveText(app.say('CertificationTitle'));
  await expect(page.locator('main h1')).toBeFocused();
  await expect(failure).toBeHidden();
  await expect(page).toHaveURL(/#\/certification$/);
});

test('a step whose part does not come is said, and trying again shows it', async ({ app, page, complaints }) => {
  const files = loaded();
  await app.open('#/certification');
  await page.getByRole('button', { name: app.say('ExampleUniversity') }).click();
  const missing = files.steps.find((file) => !files.certification.includes(file)) ?? 'none';
  await page.route(`**/${missing}`, (route) => route.abort());
  const steps = page.getByRole('navigation', { name: app.say('StepsLabel') });
  await steps.getByRole('link', { name: app.say('StepItems') }).click();
  const failure = page.locator('#failure');
  await expect(failure).toBeVisible();
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
  expect(complaints.join()).toContain(missing);
  complaints.length = 0;
  // The first step is there as before.
  await steps.getByRole('link').first().click();
  await expect(page.locator('[data-figure="score"]')).toBeVisible();
  await steps.getByRole('link', { name: app.say('StepItems') }).click();
  await expect(failure).toBeVisible();
  complaints.length = 0;

  await page.unroute(`**/${missing}`);
  await failure.getByRole('link').click();
  await expect(page.locator('#item-filter')).toBeVisible();
  await expect(failure).toBeHidden();
});

test('the way to a place in a step goes there once its part has come', async ({ app, page }) => {
  await app.open('#/certification');
  await page.getByRole('button', { name: app.say('ExampleUniversity') }).click();
  await page.goto('#/certification/3/facts');
  const days = page.locator('#cell-review-3-days');
  await days.fill('abc');
  await app.isSaved();
  await page.goto('#/certification/3');
  await page.reload();
  const problem = page.locator('.problems li').filter({ hasText: app.say('DaysField') });
  await problem.getByRole('button').click();
  await expect(days).toBeFocused();
  await expect(page).toHaveURL(/facts$/);
});

test('a page whose part comes late begins at its heading, and what was typed meanwhile is kept', async ({ app, page }) => {
  await app.openExample();
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route('**/part_*.wasm', async (route) => {
    await released;
    await route.continue();
  });
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.evaluate(() => (location.hash = '#/certification'));
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true');
  // The page before is still there and works.
  await app.cell(1, 'net').fill('8000');
  await app.isSaved();
  release();
  await expect(page.locator('main h1')).toHaveText(app.say('CertificationTitle'));
  await expect(page.locator('main h1')).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
  await page.goBack();
  await expect(app.cell(1, 'net')).toHaveValue('8000');
});

test('of two pages that are wanted one after the other, the last is shown', async ({ app, page }) => {
  await app.open('#/irrigation');
  const files = loaded();
  const others = [files.methods, files.irrigation, files.trends, files.drawing].flat();
  const late = files.certification.find((file) => !others.includes(file));
  /** @type {() => void} */
  let release = () => {};
  const released = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(`**/${late}`, async (route) => {
    await released;
    await route.continue();
  });
  await page.evaluate(() => (location.hash = '#/certification'));
  await expect(page.locator('main')).toHaveAttribute('aria-busy', 'true');
  await page.evaluate(() => (location.hash = '#/methods'));
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  const came = page.waitForResponse(`**/${late}`);
  release();
  await came;
  await expect(page.locator('main h1')).toHaveText(app.say('MethodsTitle'));
  await expect(page.locator('main')).not.toHaveAttribute('aria-busy');
  // What came meanwhile is there when it is wanted.
  await page.evaluate(() => (location.hash = '#/certification'));
  await expect(page.locator('main h1')).toHaveText(app.say('CertificationTitle'));
});
