// @ts-check
// The library of rubrics and the editor of one's own: copies, files, fields, what is wrong, what differs.
import AxeBuilder from '@axe-core/playwright';
import { expect, inEachLanguage, inEachTheme, test } from './app.js';

/** @typedef {import('./app.js').App} App */

/** The first section of the rubric that is copied, and its second item. */
const SECTION = 'field/section/0';
const ITEM = 'field/section/0/item/1';

/**
 * What stands at a pointer of the rubric's saved form.
 * @param {App} app
 * @param {string} id
 */
const at = (app, id) => app.page.locator(`[id="${id}"]`);

/** @param {App} app */
const shipped = (app) => app.page.locator('.library').last().locator('> li');

/** @param {App} app */
const problems = (app) => app.page.locator('.results .problems li');

/**
 * Copies the rubric of public institutions, which has no problem.
 * @param {App} app
 */
async function openCopy(app) {
  await app.open('#/rubrics');
  const institution = shipped(app).filter({ hasText: /2013/ }).first();
  await institution.getByRole('button').first().click();
  await expect(app.page).toHaveURL(/#\/rubrics\/1$/);
  await expect(app.page.locator('main h1')).toHaveText(app.say('EditorTitle'));
}

/**
 * Unfolds the second item of the first section.
 * @param {App} app
 */
async function openItem(app) {
  await at(app, SECTION).click();
  await at(app, ITEM).click();
  await expect(at(app, `${ITEM}/max`)).toHaveValue('8');
}

/**
 * Offers a file to the library.
 * @param {App} app
 * @param {string} name
 * @param {string | Buffer} content
 */
async function importRubric(app, name, content) {
  const chooser = app.page.waitForEvent('filechooser');
  await app.page.locator('#import-rubric').click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

/**
 * The file of the first rubric of one's own.
 * @param {App} app
 */
async function exported(app) {
  const own = app.page.locator('.library').first().locator('> li').first();
  return app.download(own.getByRole('button', { name: app.say('LibraryExport') }).first());
}

inEachLanguage((language) => {
  test('a table of a province is pasted, or comes in a file, and becomes a draft', async ({ app, page }) => {
    await app.open('#/rubrics');
    const plain = '一级指标\t二级指标\t分值\t评分标准\n节水管理\t节水制度\t40\t有制度得分\n\t用水计量\t六十\t查台账';
    await page.locator('.paste-rubric summary').click();
    await page.locator('.paste-rubric input').fill('某省节水型高校');
    await app.paste(page.locator('.paste-rubric textarea'), plain);
    await app.button('RubricPasteMake').click();
    await expect(page).toHaveURL(/#\/rubrics\/1$/);
    // What could not be read is marked where it belongs.
    await expect(problems(app)).not.toHaveCount(0);
    await page.locator('main').getByText('节水管理').first().waitFor();
    await app.open('#/rubrics');
    const chooser = page.waitForEvent('filechooser');
    await page.locator('#import-rubric').click();
    const buffer = Buffer.from('项目,标准,分值\n制度建设,制度健全,10\n');
    await (await chooser).setFiles({ name: '省标准.csv', mimeType: 'text/csv', buffer });
    await expect(page).toHaveURL(/#\/rubrics\/2$/);
    await app.open('#/rubrics');
    await expect(page.locator('.library').first()).toContainText('省标准');
  });

  test('points that do not add up are told, lead to their place, and are told no more when they do', async ({ app, page }) => {
    await openCopy(app);
    await expect(page.locator('.results')).toContainText(app.say('EditorNoProblems'));
    await openItem(app);
    await at(app, `${ITEM}/max`).fill('9');
    await expect(problems(app).filter({ hasText: '41' }).first()).toBeVisible();
    // The rule of the item no longer gives all of its points either, or it gives them in proportion.
    await problems(app).filter({ hasText: '41' }).first().getByRole('button').click();
    await expect(at(app, SECTION)).toBeFocused();
    await at(app, `${ITEM}/max`).fill('8');
    await expect(problems(app)).toHaveCount(0);
  });

  test('a text that is no number stays, is marked and explained, and counts as it was', async ({ app }) => {
    await openCopy(app);
    await openItem(app);
    const max = at(app, `${ITEM}/max`);
    await max.fill('八');
    await expect(max).toHaveAttribute('aria-invalid', 'true');
    await expect(at(app, `${ITEM}/max-problem`)).toHaveText(app.say('EditorNotUnderstood', { typed: '八', value: '8' }));
    await max.fill('8.5');
    await expect(max).not.toHaveAttribute('aria-invalid');
    await app.isSaved();
    await app.reload();
    await openItemAgain(app, '8.5');
  });

  test('a copy is edited, and undone step by step', async ({ app, page }) => {
    await page.clock.install();
    await openCopy(app);
    const title = at(app, `field/title/${language}`);
    const before = await title.inputValue();
    await title.press('End');
    await title.pressSequentially('X');
    await app.pass(500);
    await title.pressSequentially('YZ');
    await expect(title).toHaveValue(`${before}XYZ`);
    await app.button('Undo').click();
    await expect(title).toHaveValue(`${before}X`);
    await app.button('Undo').click();
    await expect(title).toHaveValue(before);
    await app.button('Undo').click();
    await expect(page.locator('main')).toContainText(app.say('LibraryGone'));
    await app.button('Redo').click();
    await expect(title).toHaveValue(before);
  });

  test('items come, move and go by keyboard, and the keyboard stays with them', async ({ app, page }) => {
    await openCopy(app);
    await at(app, SECTION).focus();
    await page.keyboard.press('Enter');
    const items = page.locator('[id="field/section/0/item"] > li');
    await expect(items).toHaveCount(6);
    await page.locator('[id="field/section/0/item-add"]').press('Enter');
    await expect(items).toHaveCount(7);
    const added = at(app, 'field/section/0/item/6/title/zh');
    await expect(added).toBeFocused();
    await page.locator('[id="field/section/0/item/6-up"]').press('Enter');
    await expect(page.locator('[id="field/section/0/item/5-up"]')).toBeFocused();
    await expect(at(app, 'field/section/0/item/5/max')).toHaveValue('1');
    // Another kind of rule brings what it needs.
    const rule = at(app, 'field/section/0/item/5/scoring');
    await rule.selectOption({ label: app.say('KindSteps') });
    await expect(at(app, 'field/section/0/item/5/scoring/steps/0/points')).toHaveValue('1');
    await at(app, 'field/section/0/item/5/scoring/metric/id').selectOption({ index: 5 });
    await items.nth(5).getByRole('button', { name: app.say('EditorRemove') }).last().press('Enter');
    await expect(items).toHaveCount(6);
    await expect(page.locator('[id="field/section/0/item-add"]')).toBeFocused();
    await expect(problems(app)).toHaveCount(0);
  });

  test('a file that is no rubric is refused with words and nothing changes', async ({ app, page }) => {
    await app.open('#/rubrics');
    const files = [
      { name: 'large.json', text: ' '.repeat(1_000_001), key: 'RubricTooLarge' },
      { name: 'newer.json', text: '{"form":99}', key: 'RubricNewer' },
      { name: 'broken.json', text: '{"form":1,"id":', key: 'RubricDamaged' },
      { name: 'wrong.toml', text: 'form = 1\nid = 3', key: 'RubricDamaged' },
      { name: 'picture.png', text: '\u0000\u0001PNG', key: 'RubricDamaged' },
    ];
    for (const { name, text, key } of files) {
      await test.step(name, async () => {
        await importRubric(app, name, text);
        // What is no rubric at all is told by the kind of file that it is.
        const notice = name === 'picture.png' ? page.locator('.notice.wrong') : app.notice(key);
        await expect(notice).toHaveClass(/wrong/);
        await page.locator('.notice').getByRole('button').click();
      });
    }
    await expect(page.locator('.library').first().locator('> li')).toHaveCount(0);
  });

  test('what differs between two rubrics is told', async ({ app, page }) => {
    await openCopy(app);
    await at(app, 'field/pass/min_score').fill('85');
    await app.link('LibraryBack').click();
    await page.locator('#compare-this').selectOption('public-institution-2013');
    await page.locator('#compare-with').selectOption('public-institution-2013');
    await expect(page.locator('main')).toContainText(app.say('LibraryNoDifference'));
    await page.locator('#compare-with').selectOption('own-1');
    const told = page.locator('.differences li');
    await expect(told.filter({ hasText: '85' })).toHaveCount(1);
    // The title of the copy differs too.
    await expect(told.filter({ hasText: /副本|copy/ }).first()).toBeVisible();
  });

  test('a phone shows library and editor without a sideways scroll', async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await app.open('#/rubrics');
    await isNoWider(page);
    await openCopy(app);
    await openItem(app);
    await isNoWider(page);
  });
});

inEachTheme((theme, openIn) => {
  test(`machines find no violation, ${theme}`, async ({ app, page }) => {
    test.setTimeout(60_000);
    await openIn(app, '#/rubrics');
    await expect.soft(await violations(page), 'library').toEqual([]);
    await openCopy(app);
    await openItem(app);
    await at(app, `${ITEM}/max`).fill('x');
    await at(app, 'field/total').fill('1');
    await expect(problems(app).first()).toBeVisible();
    await expect.soft(await violations(page), 'editor').toEqual([]);
  });
});

test('a rubric that was exported comes back the same, with its problems listed', async ({ app, page }) => {
  await openCopy(app);
  await at(app, 'field/total').fill('90');
  await app.link('LibraryBack').click();
  const file = await exported(app);
  expect(file.name).toBe('public-institution-2013.json');
  await page.locator('.library').first().getByRole('button', { name: app.say('LibraryRemove') }).first().click();
  await expect(page.locator('.library').first().locator('> li')).toHaveCount(0);
  await importRubric(app, file.name, file.bytes);
  await expect(app.notice('LibraryImportedWithProblems')).toBeVisible();
  await expect(at(app, 'field/total')).toHaveValue('90');
  await expect(problems(app)).toHaveCount(1);
  await app.link('LibraryBack').click();
  const again = await exported(app);
  expect(again.bytes.equals(file.bytes)).toBe(true);
});

test('hostile words in a rubric stay words', async ({ app, page }) => {
  const hostile = '<img src=x onerror=alert(1)>"><script>alert(2)</script>';
  await openCopy(app);
  for (const field of ['title/zh', 'region/zh', 'edition', 'pass/note/zh']) await at(app, `field/${field}`).fill(hostile);
  await at(app, SECTION).click();
  await at(app, `${SECTION}/title/zh`).fill(hostile);
  await at(app, 'field/total').fill(hostile);
  await expect(at(app, 'field/total-problem')).toContainText(hostile);
  await app.link('LibraryBack').click();
  await expect(page.locator('.library h3').first()).toHaveText(hostile);
  await page.locator('#compare-this').selectOption('public-institution-2013');
  await page.locator('#compare-with').selectOption('own-1');
  await expect(page.locator('.differences')).toContainText(hostile);
  await expect(page.locator('main img, main script, [onerror]')).toHaveCount(0);
});

/**
 * Unfolds the item after the page was loaded anew.
 * @param {App} app
 * @param {string} max
 */
async function openItemAgain(app, max) {
  await at(app, SECTION).click();
  await at(app, ITEM).click();
  await expect(at(app, `${ITEM}/max`)).toHaveValue(max);
}

/** @param {import('@playwright/test').Page} page */
async function violations(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).join(' | ')}`);
}

/** @param {import('@playwright/test').Page} page */
async function isNoWider(page) {
  const { scrolled, width } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    width: document.documentElement.clientWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(width);
}
