// @ts-check
// A unit's year: from the rubric through facts and items to the plan and the trend.
import AxeBuilder from '@axe-core/playwright';
import { expect, inEachLanguage, inEachTheme, test } from './app.js';

inEachLanguage((language) => {
  test('facts become points, item by item, and stay', async ({ app, page }) => {
    await app.open('#/certification');
    await page.locator('#first-review').click();
    await page.locator('[id^=cell-review-][id$=-unit]').fill('<b onclick=alert(1)>第一中学</b>');
    await page.locator('[id^=cell-review-][id$=-year]').fill('2024');
    await page.locator('[id^=cell-review-][id$=-rubric]').selectOption('public-institution-2013');
    await expect(page.locator('.rubric-facts')).toContainText('90');
    await page.goto('./#/certification/1/facts');
    await page.locator('[id^=cell-review-][id$=-supplied]').fill('30000');
    await page.locator('[id^=cell-review-][id$=-mean]').fill('30');
    const add = (/** @type {string} */ title) =>
      page.locator('.table-block').filter({ hasText: app.say(title) }).getByRole('button', { name: app.say('RowAdd') }).click();
    await add('PeopleTitle');
    await app.at('people', 1, 'kind').selectOption('nonresident');
    await app.at('people', 1, 'count').fill('1000');
    await add('FixturesTitle');
    await app.at('fixture', 1, 'count').fill('200');
    await app.at('fixture', 1, 'saving').fill('196');
    await app.at('fixture', 1, 'inspected').fill('200');
    await app.at('fixture', 1, 'leaking').fill('10');
    await page.goto('./#/certification/1/items');
    // 98 % gives four points, ratio 1.0 gives six, 5 % leaking loses two.
    for (const [item, points] of [['t2', '4 / 8'], ['t3', '6 / 8'], ['t4', '6 / 8']]) {
      await expect(page.locator(`[data-item=${item}] .points`)).toHaveText(points);
    }
    await expect(app.score()).toHaveText('16');
    await expect(page.locator('[data-figure=progress]')).toContainText(language === 'zh' ? '3 / 20' : '3 of 20');
    // A manual item above its maximum is left out, with words.
    const m4 = await app.item('m4');
    await m4.locator('input[inputmode=decimal]').first().fill('16');
    await expect(m4.locator('.field-problem')).toContainText('15');
    await expect(m4.locator('.points')).toHaveText('0 / 15');
    await m4.locator('input[inputmode=decimal]').first().fill('12.5');
    await expect(m4.locator('.points')).toHaveText('12.5 / 15');
    // What does not apply is left out of the scale.
    const t5 = await app.item('t5');
    await t5.locator('input[type=checkbox]').check();
    await expect(t5.locator('.points')).toHaveText(app.say('NotApplicable'));
    const m1a = await app.item('m1a');
    await m1a.locator('select').first().selectOption('yes');
    await expect(m1a.locator('.points')).toHaveText('3 / 3');
    await m1a.locator('.evidence select').selectOption('ready');
    await m1a.locator('.evidence input').first().fill('=制度.pdf');
    await m1a.locator('.evidence input').last().fill('第三章');
    const total = await app.score().textContent();
    await app.isSaved();
    await app.reload();
    await expect(app.score()).toHaveText(total ?? '');
    await expect(app.shownSheet()).toContainText('<b onclick=alert(1)>第一中学</b>');
    await expect((await app.item('m1a')).locator('.evidence input').first()).toHaveValue('=制度.pdf');
    await page.locator('#item-filter').selectOption('losing');
    await expect(page.locator('[data-item=m1a]')).toBeHidden();
    await expect(page.locator('[data-item=t2]')).toBeVisible();
  });

  test('an item stays while it is answered, and the way to a problem shows what a filter leaves out', async ({ app, page }) => {
    await app.openUnit('Institution', '/items');
    // Its answer goes, so that it is open.
    const m4 = await app.item('m4');
    const points = m4.locator('input[inputmode=decimal]').first();
    await points.fill('');
    await page.locator('#item-filter').selectOption('open');
    await expect(page.locator('[data-item=m1a]')).toBeHidden();
    await points.fill('1');
    await expect(points).toBeVisible();
    await points.pressSequentially('6');
    await expect(m4.locator('.field-problem')).toContainText('15');
    // Another filter leaves it out; the list of problems leads back to it.
    await page.locator('#item-filter').selectOption('losing');
    await expect(m4).toBeHidden();
    await page.locator('.results .problems button').first().click();
    await expect(points).toBeFocused();
    // Chosen anew, a filter leaves out what it says.
    await page.locator('#item-filter').selectOption('unproven');
    await page.locator('#item-filter').selectOption('losing');
    await expect(m4).toBeHidden();
  });

  test('what stands in the way leads to its answer', async ({ app, page }) => {
    await app.openUnit('Quarter');
    await page.locator('[id^=cell-review-][id$=-rubric]').selectOption('county-2017');
    await expect(page.locator('.hindrances button').first()).toBeVisible();
    // From the rubric's step to the prerequisite beside, then to an item of another step.
    await page.locator('.hindrances button').first().click();
    await expect(page.locator('.prerequisites select').first()).toBeFocused();
    await page.locator('.prerequisites select').first().selectOption('met');
    await page.locator('.hindrances button').first().click();
    await expect(page).toHaveURL(/items$/);
    await expect(page.locator('details[data-item] :focus, details[data-item]:focus-within').first()).toBeVisible();
  });

  test('where everything must hold no points are spoken of', async ({ app, page }) => {
    await app.openUnit('Institution');
    await page.locator('[id^=cell-review-][id$=-rubric]').selectOption('enterprise-gbt-7119');
    await page.locator('.prerequisites select').first().selectOption({ index: 1 });
    await expect(page.locator('[data-figure=score] .figure-name')).toHaveText(app.say('ScoreHeld'));
    await page.goto('./#/certification/1/trend');
    await expect(page.getByText(app.say('TrendHolds'))).toBeVisible();
    await expect(page.locator('.chart-frame')).toHaveCount(0);
    await page.goto('./#/certification/1/plan');
    await expect(page.getByRole('heading', { name: app.say('NextTitleHolds') })).toBeVisible();
    await expect(page.locator('#next-title ~ .scroll tbody tr').first()).toBeVisible();
  });

  test('a measured item leads to its number, and the number to the score', async ({ app, page }) => {
    await app.openUnit('Institution', '/items');
    const t4 = await app.item('t4');
    await t4.getByRole('button', { name: app.say('ItemToFacts') }).first().click();
    await expect(page).toHaveURL(/facts$/);
    const typed = page.locator('input:focus');
    await typed.fill('9');
    await page.goto('./#/certification/1/items');
    await expect(page.locator('[data-item=t4] .points')).toContainText('/ 8');
    await expect((await app.item('t4')).locator('.item-facts')).toContainText('9');
  });

  test('prerequisites have their evidence, and each section says how it stands', async ({ app, page }) => {
    await app.openUnit('Institution');
    await page.locator('[id^=cell-review-][id$=-rubric]').selectOption('enterprise-gbt-7119');
    await page.goto('./#/certification/1/items');
    await expect(page.locator('.stands').first()).not.toBeEmpty();
    await expect(page.getByText(app.say('SectionUndecided')).first()).toBeVisible();
    const gates = page.locator('section[aria-labelledby=gates-title]');
    const gate = gates.locator('details').first();
    await gate.locator('summary').click();
    // The answer is the one of the first step.
    await gate.locator('.item-body select').first().selectOption('met');
    await expect(gate.locator('.points')).toHaveText(app.say('GateMet'));
    await gate.locator('.evidence select').first().selectOption('ready');
    await gate.locator('.evidence input').first().fill('取水许可证.pdf');
    await expect(gate.locator('.proven')).toContainText('1');
    await expect(page.locator('[data-figure=progress]')).toContainText(language === 'zh' ? '佐证齐备 1 ' : ', 1 of');
  });

  test('another unit begins empty, another year with the names of the one before', async ({ app, page }) => {
    await app.openUnit('University');
    await page.locator('.year > summary').click();
    await page.getByRole('button', { name: app.say('ReviewAddUnit') }).click();
    await expect(page.locator('[id^=cell-review-][id$=-unit]')).toHaveValue('');
    await expect(page.locator('[id^=cell-review-][id$=-rubric]')).toHaveValue('');
    await app.button('Undo').click();
    await page.locator('.sheets').getByRole('button', { name: app.say('ReviewAdd') }).click();
    await expect(page.locator('[id^=cell-review-][id$=-unit]')).not.toHaveValue('');
  });

  test('a night of a meter tells what leaks', async ({ app, page }) => {
    await app.openUnit('Quarter', '/facts');
    await page.getByRole('button', { name: `+ ${app.say('NightAdd')}` }).click();
    const record = app.at('night', 1, 'record');
    // The keyboard goes to the new meter's name, and must not be taken from the record then.
    await expect(app.at('night', 1, 'meter')).toBeFocused();
    await record.fill('时间,m3\n2024-03-01 01:45,0.9\n2024-03-01 02:00,0.5\n2024-03-01 02:15,0.4\n2024-03-01 02:30,0.6\n');
    await app.at('night', 1, 'legitimate').fill('0.5');
    // (0.5 + 0.4 + 0.6)/3 m³ in a quarter of an hour are 2 m³/h.
    await expect(page.locator('.night-outcome')).toContainText('2.00');
    await expect(page.locator('.night-outcome')).toContainText('1.50');
    await expect(page.locator('.night-outcome')).toContainText(app.say('NightCount', { count: '4', step: '15', gaps: '0' }));
    await expect(app.number('night-leak')).toHaveText('1.50');
    await expect(app.number('network-leak')).toHaveText('13.33');
    await record.fill('2024-03-01 02:00,x\n2024-03-01 02:15,y');
    await expect(page.locator('.nights .field-problem')).toContainText('1');
    await app.button('Undo').click();
    await expect(page.locator('.night-outcome')).toContainText('1.50');
    // A file takes the place of what was pasted; one that is no record of a week is refused unread.
    const open = (/** @type {string} */ text) =>
      page.locator('.night input[type=file]').setInputFiles({ name: 'night.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await open('2024-03-01 02:00,1\n'.repeat(60_000));
    await expect(app.notice('NightFileTooLarge')).toBeVisible();
    await expect(page.locator('.night-outcome')).toContainText('1.50');
    await open('2024-03-01 02:00,0.6\n2024-03-01 02:15,0.6\n2024-03-01 02:30,0.6\n');
    await expect(page.locator('.night-outcome')).toContainText('2.40');
  });

  test('the plan finds the cheapest way and follows what is typed', async ({ app, page }) => {
    await app.openUnit('Institution', '/plan');
    const plan = page.locator('[data-figure=plan]');
    await expect(plan).toContainText('31,600');
    await expect(app.chart('score-cost')).toBeVisible();
    // Measures stand in a plan; what was the dearer way is now the cheaper.
    await page.getByRole('link', { name: app.say('PlanOpen') }).click();
    await app.at('retrofit-measure', 2, 'investment').fill('90000');
    await app.at('change', 1, 'change').fill('rather many');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemBadNumberChange'));
    await page.goto('./#/retrofit/1/scenarios');
    await expect(plan).toHaveText(app.say('PlanOutOfReach', { total: '87' }));
    await app.button('Undo').click();
    await expect(plan).toContainText('57,600');
    await page.locator('.ways-to-pass tbody tr', { hasText: '57,600' }).getByRole('button').click();
    await expect(page.locator('.ways-to-pass tbody tr', { hasText: '57,600' })).toContainText(app.say('ChoiceIsPlan'));
    // Measures that wait for each other.
    const names = language === 'zh' ? ['更换食堂水嘴', '主要设备装表'] : ['New taps in the canteen', 'Meters at the main equipment'];
    await page.goto('./#/retrofit/1');
    await app.at('retrofit-measure', 1, 'needs').fill(names[1]);
    await app.at('retrofit-measure', 2, 'needs').fill(names[0]);
    await page.goto('./#/certification/1/plan');
    await expect(page.locator('.entry-side .verdict.caution')).toContainText('1');
    await expect(app.score()).toHaveText('81');
  });

  test('a further point leads to a measure that answers its item', async ({ app, page }) => {
    await app.openUnit('Institution', '/plan');
    await page.locator('#next-title ~ .scroll').getByRole('link', { name: app.say('BeginMeasure') }).first().click();
    await expect(app.at('change', 5, 'target')).not.toHaveValue('');
    await expect(page).toHaveURL(/#\/retrofit\/1$/);
  });

  test('years and units stand in charts, and the list leads to each', async ({ app, page }) => {
    await app.openUnit('University', '/trend');
    const charts = page.locator('.chart-frame');
    await expect(charts).toHaveCount(3);
    await page.locator('table.data tbody tr').first().getByRole('link').click();
    await expect(page.locator('[id^=cell-review-][id$=-year]')).toHaveValue('2022');
    await expect(app.score()).toHaveText('51');
  });

  test('a second rubric scores the same answers beside', async ({ app, page }) => {
    await app.openUnit('Institution');
    await page.locator('[id^=cell-review-][id$=-other]').selectOption('water-saving-authority-2019');
    await expect(page.locator('.results')).toContainText('35');
    await page.locator('[id^=cell-review-][id$=-rubric]').selectOption('enterprise-gbt-7119');
    await expect(page.locator('.prerequisites select').first()).toBeVisible();
    await page.locator('.prerequisites select').last().selectOption({ index: 2 });
    await expect(page.locator('.hindrances')).not.toBeEmpty();
  });

  test('the chosen way of an item has its own control, and where everything must hold there is a no', async ({ app, page }) => {
    await app.openUnit('Quarter', '/items');
    const c9 = await app.item('c9');
    await c9.locator('select').first().selectOption('before-2005');
    await c9.locator('select').nth(1).selectOption('plan-started');
    await expect(c9.locator('.points')).toHaveText('10 / 10');
    await page.goto('./#/certification/1');
    await page.locator('[id^=cell-review-][id$=-rubric]').selectOption('enterprise-gbt-7119');
    await page.locator('.prerequisites select').first().selectOption({ index: 1 });
    await page.goto('./#/certification/1/items');
    await expect(page.locator('[data-item] input[inputmode=decimal][id$="-2"]')).toHaveCount(0);
  });

  test('a phone shows every step without a sideways scroll', async ({ app, page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await app.openUnit('University');
    for (const step of ['', '/facts', '/items', '/plan', '/trend']) {
      await page.goto(`./#/certification/3${step}`);
      await expect(page.locator('[data-figure=score]')).toBeVisible();
      if (step === '/items') for (const id of ['m1', 't2', 't8']) await app.item(id);
      expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), step).toBeLessThanOrEqual(360);
    }
  });
});

inEachTheme((theme, openIn) => {
  test(`no step has a violation, ${theme}`, async ({ app, page }) => {
    test.setTimeout(120_000);
    await openIn(app, '#/certification');
    await app.button('ExampleUniversity').click();
    for (const step of ['', '/facts', '/items', '/plan', '/trend', '/form']) {
      await page.goto(`./#/certification/3${step}`);
      await expect(page.locator('main h1').first()).toBeVisible();
      if (step === '/items') await app.item('m1');
      const { violations } = await new AxeBuilder({ page }).analyze();
      const said = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(' | ')}`);
      expect.soft(said, step).toEqual([]);
    }
  });
});
