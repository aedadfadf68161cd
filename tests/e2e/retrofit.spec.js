// @ts-check
// Plans of measures: what they change, what that saves and is worth, the plant before and after.
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage((language) => {
  const taps = language === 'zh' ? '节水器具' : 'Fixtures';
  const target = language === 'zh' ? '办公与食堂 · 自来水' : 'Offices and canteen · Town supply';

  test('the example saves what its changes take away, and left out measures are worked out alone', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit');
    await expect(app.number('plan-saving')).toHaveText('8,160');
    await expect(page.locator('.results .notice')).toHaveCount(0);
    await app.at('retrofit-measure', 5, 'standing').selectOption('in_plan');
    await expect(app.number('plan-saving')).toHaveText('14,160');
    await app.button('Undo').click();
    await expect(app.number('plan-saving')).toHaveText('8,160');
    await page.locator('[data-figure=plan-saving] .basis').click();
    await expect(app.derivation()).toContainText('77,600');
    await app.derivation().getByRole('button', { name: app.say('Close') }).click();
    await page.goto('./#/retrofit/1/compared');
    const intake = page.locator('table.before-after tbody tr').filter({ hasText: '77,600' }).first();
    await expect(intake).toContainText('69,440');
  });

  test('a plan from nothing: a year, a measure, what it changes, what is wrong said at its place', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit');
    await page.locator('.year > summary').click();
    await page.locator('.year-entries').getByRole('button', { name: app.say('RetrofitAddBlank') }).click();
    await page.locator('[id^=cell-retrofit-][id$=-year]').fill('1999');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemNoSubjectOfYear'));
    await page.locator('[id^=cell-retrofit-][id$=-year]').fill('2024');
    await page.locator('[id^=cell-retrofit-][id$=-price]').fill('5');
    await app.at('retrofit-measure', 1, 'name').fill(taps);
    await app.at('retrofit-measure', 1, 'investment').fill('24000');
    // The list offers the numbers that there are.
    await expect(page.locator(`datalist option[value="${target}"]`)).toBeAttached();
    const change = (/** @type {string} */ column) => page.locator(`[id^=cell-change-][id$=-${column}]`).first();
    await change('measure').fill(taps);
    await change('target').fill(target);
    await change('change').fill('-20%');
    await expect(app.number('plan-saving')).toHaveText('2,400');
    await expect(app.number('plan-benefit')).toHaveText('12,000');
    await expect(app.number('plan-payback')).toHaveText('2.00');
    // Less is drawn and as much discharged: that is said.
    await expect(page.locator('.results .notice')).toContainText(target.split(' · ')[0]);
    await change('change').fill('-120%');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemLessThanNothing'));
    await expect(page.locator('[data-figure=plan-saving]')).toContainText(app.say('MarkIncomplete'));
  });
});
