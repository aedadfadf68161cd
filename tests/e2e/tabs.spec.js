// @ts-check
// Two tabs of one browser share one ledger; neither may lose what the other holds.
import { App, expect, test } from './app.js';

/**
 * A second tab at the same ledger.
 * @param {App} app
 * @param {(page: import('@playwright/test').Page) => Promise<void>} [prepare]
 */
async function secondTab(app, prepare) {
  const page = await app.page.context().newPage();
  await prepare?.(page);
  const second = new App(page, app.language);
  await second.open('#/irrigation');
  await expect(second.cell(1, 'net')).toBeVisible();
  return second;
}

/**
 * Keeps the word of other tabs from the app, as if it were still on its way.
 * @param {import('@playwright/test').Page} page
 */
async function deafToOtherTabs(page) {
  await page.addInitScript(() => Object.defineProperty(BroadcastChannel.prototype, 'onmessage', { set() {} }));
}

/**
 * A browser slows the timers of a hidden tab down to one a second and less.
 * @param {import('@playwright/test').Page} page
 */
async function slowTimers(page) {
  await page.addInitScript(() => {
    const setTimeout = window.setTimeout.bind(window);
    window.setTimeout = /** @type {any} */ (
      (/** @type {TimerHandler} */ action, /** @type {number} */ delay, /** @type {any[]} */ ...rest) =>
        setTimeout(action, delay ? Math.max(delay, 1000) : delay, ...rest)
    );
  });
}

test('an edit in one tab appears in the other, which says so and can undo it', async ({ app }) => {
  await app.openExample();
  await app.isSaved();
  const other = await secondTab(app);
  await app.cell(1, 'net').fill('8200');
  await expect(other.cell(1, 'net')).toHaveValue('8200');
  await expect(other.notice('OtherTabChanged')).toBeVisible();
  await expect(other.number('region-coefficient')).toHaveText(await app.coefficientOfCells());

  await other.button('Undo').click();
  await expect(other.cell(1, 'net')).toHaveValue('8179');
  await expect(app.cell(1, 'net')).toHaveValue('8179');
});

test('simultaneous edits are both kept, in both tabs, and each can be undone', async ({ app }) => {
  await app.openExample();
  await app.isSaved();
  const met = await secondTab(app, deafToOtherTabs);
  await app.cell(1, 'net').fill('8100');
  await app.isSaved();
  // To this tab the other's edit is news only when it saves its own, as when both are made at one moment.
  await met.cell(2, 'net').fill('3700');

  await expect(met.cell(1, 'net')).toHaveValue('8100');
  await expect(app.cell(2, 'net')).toHaveValue('3700');
  await met.isSaved();
  await met.button('Undo').click();
  await expect(met.cell(2, 'net')).toHaveValue('3757');
  await expect(met.cell(1, 'net')).toHaveValue('8100');
  await met.button('Undo').click();
  await expect(met.cell(1, 'net')).toHaveValue('8179');
  await met.button('Redo').click();
  await met.button('Redo').click();
  await met.isSaved();

  await app.reload();
  await met.reload();
  expect(await app.typed()).toEqual(await met.typed());
  await expect(app.cell(1, 'net')).toHaveValue('8100');
  await expect(app.cell(2, 'net')).toHaveValue('3700');
});

for (const [name, prepare] of /** @type {const} */ ([
  ['in view', undefined],
  ['in the background', slowTimers],
])) {
  test(`long typing is not disturbed by a second tab ${name}`, async ({ app, page }) => {
    await page.clock.install();
    await app.openExample();
    await app.isSaved();
    const other = await secondTab(app, prepare);
    const typed = Array.from({ length: 60 }, (_, index) => String.fromCharCode(97 + (index % 26))).join('');
    await app.cell(1, 'name').fill('');
    await app.cell(1, 'name').focus();
    // A steady typist is saved several times while the other tab is still taking the first change in.
    await page.keyboard.type(typed, { delay: 50 });
    // The other tab has had time for whatever it still meant to write.
    await expect(other.cell(1, 'name')).toHaveValue(typed);
    await app.pass(1500);
    await expect(app.cell(1, 'name')).toHaveValue(typed);
    await app.reload();
    await expect(app.cell(1, 'name')).toHaveValue(typed);
  });
}

test('a ledger deleted from the storage by another tab is still here and is saved with the next edit', async ({ app }) => {
  await app.openExample();
  await app.isSaved();
  const other = await secondTab(app);
  await other.forget();
  await expect(app.cell(1, 'net')).toHaveValue('8179');
  await app.cell(1, 'net').fill('8180');
  await expect.poll(() => app.stored()).toContain('8180');
});
