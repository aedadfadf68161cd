// @ts-check
// Plans of measures: what they change, what that saves and is worth, the plant before and after.
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage((language) => {
  const taps = language === 'zh' ? '节水器具' : 'Fixtures';
  const target = language === 'zh' ? '办公与食堂 · 自来水' : 'Offices and canteen · Town supply';

  test('the example saves what its changes take away, and left out measures are worked out alone', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit/1');
    await expect(app.number('plan-saving')).toHaveText('8,226.67');
    await expect(page.locator('.results .notice')).toHaveCount(0);
    await app.at('retrofit-measure', 5, 'standing').selectOption('in_plan');
    await expect(app.number('plan-saving')).toHaveText('14,226.7');
    await expect(page.locator('.cost-block')).toHaveCount(6);
    await app.button('Undo').click();
    await expect(app.number('plan-saving')).toHaveText('8,226.67');
    await page.locator('[data-figure=plan-saving] .basis').click();
    await expect(app.derivation()).toContainText('77,600');
    await app.derivation().getByRole('button', { name: app.say('Close') }).click();
    await page.goto('./#/retrofit/1/compared');
    const intake = page.locator('table.before-after tbody tr').filter({ hasText: '77,600' }).first();
    await expect(intake).toContainText('69,373.3');
    const first = page.locator('table.orders tbody tr').first();
    await expect(first.getByRole('button')).toHaveCount(3);
    await expect(first).toContainText('2,160');
  });

  test('a plan from nothing: a year, a measure, what it changes, what is wrong said at its place', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit');
    // Until its code is there the page before stays, with a menu of its own.
    await expect(page.locator('main h1')).toHaveText(app.say('RetrofitTitle'));
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

  test('a measure begins where the loss is seen, with its stream filled in', async ({ app, page }) => {
    await app.openPlant('Works');
    const way = (/** @type {'BeginAtLeak' | 'BeginAtCanal'} */ name) => page.getByRole('link', { name: app.say(name) });
    const filled = async (/** @type {RegExp} */ name, /** @type {'ProblemBadNumberChange' | 'ProblemUnknownClass'} */ asked = 'ProblemBadNumberChange') => {
      await expect(page).toHaveURL(/#\/retrofit\/\d+$/);
      const names = page.locator('[id^=cell-retrofit-measure-][id$=-name]');
      const found = () => names.evaluateAll((all) => all.map((one) => /** @type {HTMLInputElement} */ (one).value));
      await expect.poll(async () => (await found()).filter((one) => name.test(one)).length).toBe(1);
      await expect(page.locator('.problems')).toContainText(app.say(asked));
    };
    await way('BeginAtLeak').click();
    await filled(language === 'zh' ? /办公与食堂 · 漏失水量/ : /Offices and canteen · Leaked/);
    // Of what is there already no second one begins.
    await page.goBack();
    await way('BeginAtLeak').click();
    await filled(language === 'zh' ? /办公与食堂 · 漏失水量/ : /Offices and canteen · Leaked/);
    await app.openExample();
    await app.open('#/irrigation/5/canals/5');
    await way('BeginAtCanal').click();
    await filled(language === 'zh' ? /衬砌/ : /Lining/, 'ProblemUnknownClass');
    await app.open('#/begin?plant/99/');
    await expect(page.locator('.notice.wrong')).toHaveText(new RegExp(app.say('BeginGone').replace('.', '\\.')));
  });

  test('water that serves other water is a flow of the plant after the plan', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit/1');
    await app.at('retrofit-measure', 6, 'standing').selectOption('in_plan');
    await expect(app.number('plan-saving')).toHaveText('14,626.7');
    await app.at('change', 12, 'change').fill('120%');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemBadServedAmount'));
    await app.at('change', 12, 'change').fill('5000');
    await expect(app.number('plan-saving')).toHaveText('13,226.7');
    await page.goto('./#/retrofit/1/compared');
    await expect(page.locator('.ribbon[opacity]').first()).toBeAttached();
  });

  test('a measure of another plan is taken over with what it changes', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit/1');
    await page.locator('.year > summary').click();
    await page.locator('.year-entries').getByRole('button', { name: app.say('RetrofitAddBlank') }).click();
    await page.locator('[id^=cell-retrofit-][id$=-year]').fill('2024');
    const library = page.locator('.measure-library');
    await library.locator('summary').first().click();
    const own = library.locator('.library-list').last().locator('> li');
    await expect(own).toHaveCount(6);
    await own.first().getByRole('button').click();
    await expect(app.number('plan-saving')).not.toHaveText('0');
    await expect(page.locator('.problems')).toHaveCount(0);
  });

  test('a measure of the library begins one of the plan, and asks what it changes', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit/1');
    const library = page.locator('.measure-library');
    await library.locator('summary').first().click();
    await expect(library.locator('.library-list > li').first()).toBeVisible();
    const all = await library.locator('.library-list > li').count();
    await library.getByRole('searchbox').fill(language === 'zh' ? '小便器' : 'urinals');
    await expect(library.locator('.library-list > li')).toHaveCount(1);
    expect(all).toBeGreaterThan(20);
    await library.locator('.library-list > li > button').click();
    await expect(app.at('retrofit-measure', 7, 'name')).toHaveValue(language === 'zh' ? '小便器感应或无水' : 'Sensor or waterless urinals');
    await expect(page.locator('[id^=cell-change-][id$=-change]').nth(11)).toHaveValue('-66.5%');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemNothingToChange'));
    await page.locator('[id^=cell-change-][id$=-target]').nth(11).fill(target);
    await expect(page.locator('.problems')).toHaveCount(0);
    // The charts follow the measures.
    await expect(page.locator('.cost-block')).not.toHaveCount(0);
  });

  test('a long search says how far it is, lets the page answer, and can be stopped', async ({ app, page }) => {
    const many = (/** @type {number} */ count) => Array.from({ length: count }, (_, at) => at + 1);
    const units = many(300).map((id) => ({ id, name: `U${id}`, kind: 'main', town: '1000', consumption: '900' }));
    const plant = [{ id: 1, period: '2024', supplies: [{ id: 1, name: 'S', kind: 'town', amount: '300000' }], units }];
    // Ten on the same water: every set of them is evaluated.
    const measures = many(10).map((id) => ({ id, name: `M${id}`, standing: 'in_plan', investment: '1000' }));
    const changes = many(10).map((id) => ({ id, measure: `M${id}`, target: 'U1 · 自来水', change: '-5%' }));
    const retrofit = [{ id: 1, name: 'P', year: '2024', price: '5', measures, changes }];
    await app.open('#/retrofit');
    await app.import('long.json', JSON.stringify({ schema: 14, ledger: { title: '', plant, retrofit } }));
    await app.open('#/retrofit/1/scenarios');
    const going = page.locator('.going');
    await expect(going).toContainText(/\d/);
    await going.getByRole('button', { name: app.say('SearchStop') }).click();
    await expect(going).toHaveCount(0);
    await expect(page.locator('main')).toContainText(app.say('SearchStopped'));
    await page.getByRole('button', { name: app.say('SearchAgain') }).click();
    await expect(going).toContainText(/\d/);
    // A change begins it anew.
    await page.locator('[id^=cell-retrofit-][id$=-budget]').fill('2000');
    await expect(page.locator('[id^=cell-retrofit-][id$=-budget]')).toHaveValue('2000');
    await expect(going).toContainText(/\d/);
  });

  test('plans stand beside each other, the best sets are listed, and one of them is taken', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit/1/scenarios');
    const saved = page.locator('table.plans-beside tbody tr').filter({ hasText: '8,226.67' }).first();
    await expect(saved).toContainText('18,226.7');
    await expect(page.locator('table.best-sets')).toContainText(app.say('ChoiceIsPlan'));
    await page.locator('[id^=cell-retrofit-][id$=-budget]').fill('60000');
    const best = page.locator('table.best-sets tbody tr').filter({ hasText: app.say('ChoiceBestWithin') });
    await expect(best).toContainText('B D');
    await page.locator('[id^=cell-retrofit-][id$=-goal]').fill('9000');
    await expect(page.locator('table.best-sets tbody tr').filter({ hasText: app.say('ChoiceCheapest') })).toContainText('C F');
    await best.getByRole('button').click();
    await expect(app.number('plan-saving')).toHaveText('2,400');
    await expect(page.locator('table.best-sets tbody tr').filter({ hasText: app.say('ChoiceIsPlan') })).toContainText('B D');
  });

  test('the money year by year, and the page for whoever pays', async ({ app, page }) => {
    await app.openPlant('Works');
    await app.open('#/retrofit/1/money');
    await expect(page.locator('.value-beside')).toContainText('199,835');
    await expect(page.locator('.chart-frame')).toHaveCount(2);
    await page.locator('.to-report').click();
    await expect(page.locator('.report h1')).toContainText('11.15');
    await expect(page.locator('.report')).toContainText(app.say('ProposalThings'));
    await expect(page.locator('.report')).toContainText(app.say('VerifyTitle'));
  });

  test('a contract shares what is saved, years that differ change its value, and readings say what was saved', async ({ app, page }) => {
    await app.openUnit('University');
    await app.open('#/retrofit/1/contract');
    const rows = page.locator('table.contract-years tbody tr');
    await expect(rows).toHaveCount(11);
    // The company's part ends with the term.
    await page.locator('[id^=cell-retrofit-][id$=-term]').fill('8');
    await expect(rows.nth(8).locator('td').nth(1)).not.toHaveText(/^0/);
    await expect(rows.nth(9).locator('td').nth(1)).toHaveText(/^0/);
    const user = app.number('user-npv');
    const before = await user.textContent();
    await app.at('retrofit-year', 2, 'reached').fill('70');
    await expect(user).not.toHaveText(before ?? '');
    await page.locator('[id^=cell-retrofit-][id$=-contract]').selectOption('guaranteed');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemBlank'));
    await page.locator('[id^=cell-retrofit-][id$=-guaranteed]').fill('40000');
    await page.locator('[id^=cell-retrofit-][id$=-fee]').fill('1200000');
    await expect(page.locator('.results')).toContainText(app.say('ContractOwed', { years: '7, 8' }));

    await page.goto('./#/retrofit/1/verification');
    await expect(page.locator('.results')).toContainText(app.say('VerifiedProven'));
    await expect(page.locator('.chart-frame')).toHaveCount(1);
    await app.at('retrofit-reading', 13, 'month').fill('spring');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemNotAPeriod'));
  });

  test('a canal that is lined saves its district water, and an institution scores anew', async ({ app, page }) => {
    await app.openExample();
    await app.open('#/retrofit');
    await expect(app.number('plan-saving')).toHaveText('595.338');
    await page.goto('./#/retrofit/1/compared');
    await expect(page.locator('table.before-after')).toContainText(language === 'zh' ? '红崖提水灌区' : 'Hongya pumped district');
    await app.openUnit('University');
    await app.open('#/retrofit/1/compared');
    await expect(app.number('plan-saving')).toHaveText('48,800');
    await expect(page.locator('.entry-side')).toContainText(app.say('ScoreTitle'));
    // About another kind of thing nothing is found of that year.
    await page.locator('[id^=cell-retrofit-][id$=-about]').selectOption('plant');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemNoSubjectOfYear'));
    await expect(app.number('plan-saving')).toHaveCount(0);
  });
});
