// @ts-check
// From a ± behind a typed number to the interval of the region, the budget, and a million draws in the worker.
import { readFileSync } from 'node:fs';
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage(() => {
  test('a ± travels to the region, its budget leads to the cell, and the draws confirm it', async ({ app, page }) => {
    await app.openExample();
    await app.cell(1, 'gross').fill('14851 ± 5%');
    await app.cell(2, 'gross').fill('6731 ± 100');
    const region = page.locator('[data-figure="region-coefficient"]');
    await expect(region.locator('.u')).toHaveText(/^± ?0\.0\d+$/);
    await region.getByRole('button').click();

    const section = page.locator('.uncertainty');
    await expect(section).toContainText(app.say('UncertaintyStandard'));
    await expect(section.locator('svg text').filter({ hasText: /^(?:9\d|8\d)\.\d$/ })).toHaveCount(1);

    await section.getByText(app.say('SimulationShapes')).click();
    await section.locator('.shapes select').first().selectOption({ label: app.say('ShapeRectangular') });
    await section.getByRole('button', { name: app.say('SimulationRun', { draws: '1,000,000' }) }).click();
    await expect(section).toContainText(app.say('SimulationU'), { timeout: 20_000 });
    const first = await section.locator('.simulation dd').allInnerTexts();
    expect(first).toHaveLength(4);

    // The same data give the same draws.
    await section.getByRole('button', { name: app.say('SimulationAgain') }).click();
    await expect(section.locator('.simulation dd')).toHaveText(first, { timeout: 20_000 });
  });

  test('a run can be cancelled, and no ± is explained', async ({ app, page }) => {
    await app.openExample();
    const region = page.locator('[data-figure="region-coefficient"]');
    await region.getByRole('button').click();
    await expect(page.locator('.uncertainty')).toContainText(app.say('UncertaintyHint'));
    await expect(page.locator('.simulation')).toHaveCount(0);
    await page.getByRole('dialog').getByRole('button', { name: app.say('Close') }).click();

    // A worker that never answers: the engine's file is held back.
    await page.route('**/engine_bg*.wasm', () => {});
    await app.cell(1, 'gross').fill('14851 ± 5%');
    await region.getByRole('button').click();
    const run = page.getByRole('button', { name: app.say('SimulationRun', { draws: '1,000,000' }) });
    await run.click();
    await expect(page.locator('.simulation progress')).toBeVisible();
    await page.getByRole('button', { name: app.say('SimulationCancel') }).click();
    await expect(run).toBeVisible();
  });

  test('a ± that says nothing sound is reported at its cell, and the rest still counts', async ({ app, page }) => {
    await app.openExample();
    await app.cell(1, 'gross').fill('14851 ± -3');
    await expect(app.cell(1, 'gross')).toHaveAttribute('aria-invalid', 'true');
    await expect(page.locator('[data-figure="region-coefficient"] .number')).toHaveText(/^0\.\d{4}$/);
  });
});

test.describe(() => {
  // The page's own policy lets a test start no worker.
  test.use({ bypassCSP: true });

  test('the worker draws what is drawn natively, to 1e-12', async ({ app, page }) => {
    await app.open();
    const known = JSON.parse(readFileSync(new URL('../cases/draws.json', import.meta.url), 'utf8'));
    const answer = await page.evaluate(async (task) => {
      const script = document.querySelector('meta[name=engine]')?.getAttribute('content') ?? '';
      const worker = new Worker(script, { type: 'module' });
      worker.postMessage(task);
      return new Promise((resolve) => {
        worker.onmessage = ({ data }) => {
          const said = JSON.parse(data);
          if (!('Progress' in said)) resolve(said.Done);
        };
      });
    }, JSON.stringify(known.task));
    const numbers = (/** @type {any} */ outcome) => [
      outcome.mean, outcome.u, outcome.symmetric.low, outcome.symmetric.high, outcome.shortest.low, outcome.shortest.high,
    ];
    const native = numbers(known.outcome);
    numbers(answer).forEach((found, at) => expect(Math.abs(found / native[at] - 1)).toBeLessThan(1e-12));
  });
});
