// @ts-check
// A region's year: from a pasted table to indicators, targets, a plan that is split and kept, reservoirs, the report.
import { expect, inEachLanguage, test } from './app.js';

inEachLanguage((language) => {
  const at = (/** @type {string} */ zh, /** @type {string} */ en) => (language === 'zh' ? zh : en);
  const city = at('示例市', 'Sample city');

  test('from nothing: years pasted from a spreadsheet, a target, where it stands', async ({ app, page }) => {
    await app.open('#/region');
    await page.locator('#first-region').click();
    await page.locator('[id$=-year][id^=cell-region-]').first().fill('2023');
    await page.locator('[id^=cell-region-][id$=-name]').first().fill(city);
    const years = [
      ['2020', '69200', '6820', '3880', '2480'],
      ['2023', '68650', '6560', '4110', '3020'],
    ];
    await app.paste(app.at('region-year', 1, 'year'), years.map((row) => row.join('\t')).join('\n'));
    await expect(app.number('region-total')).toHaveText('82,340');
    const economy = [
      ['2020', '358.6', '4.1'],
      ['2021', '', '6.0'],
      ['2022', '', '7.3'],
      ['2023', '560.1', '8.2'],
    ];
    await app.paste(app.at('region-economy', 1, 'year'), economy.map((row) => row.join('\t')).join('\n'));
    await expect(app.number('region-per-gdp')).toHaveText('147.01');
    await app.goTo('SectionControl');
    await app.at('region-target', 1, 'of').selectOption('per_gdp');
    await app.at('region-target', 1, 'base_year').fill('2020');
    await app.at('region-target', 1, 'target_year').fill('2025');
    await app.at('region-target', 1, 'target').fill('20');
    await expect(app.number('target-now')).toHaveText('18.78');
    await expect(page.locator('.target-line')).toContainText(app.say('MarkOnTheWay'));
    await expect(app.number('target-path')).toHaveText('12');
    await app.at('region-target', 1, 'base_year').fill('2019');
    await expect(page.locator('.problems')).toContainText(app.say('ProblemNoBaseYear'));
    await app.button('Undo').click();
    await expect(app.number('target-now')).toHaveText('18.78');
    await app.reload();
    await expect(app.number('target-now')).toHaveText('18.78');
  });

  test('the example: indicators, targets, a plan and its execution, reservoirs, the report', async ({ app, page }) => {
    await app.openRegion();
    await expect(app.number('region-total')).toHaveText('82,340');
    const glance = page.locator('.glance-line');
    await expect(glance.filter({ hasText: app.say('ResultRegionUse') }).first()).toContainText('330');
    await expect(glance.filter({ hasText: '189' })).toHaveCount(1);
    await expect(glance.filter({ hasText: '7,615' })).toHaveCount(1);
    await app.goTo('SectionControl');
    await expect(page.locator('.control-story')).toContainText('7.21');
    await expect(page.locator('.target-line')).toHaveCount(4);
    await app.goTo('SectionPlan');
    await expect(app.number('plan-kept')).toHaveText('1,650');
    // By use and by source, the last line the whole plan.
    await expect(page.locator('.planned-uses tbody tr').last()).toContainText(/82,500.*48,500.*32,000.*2,000/);
    await app.at('plan-place', 1, 'ground').fill('31000');
    await expect(page.locator('.problems')).toContainText('81,500');
    await app.button('Undo').click();
    await app.at('plan-place', 8, 'plan').fill('90000');
    await expect(page.locator('.problems')).toContainText(at('下级已定计划', 'more than there is to split'));
    await app.button('Undo').click();
    await app.at('plan-place', 1, 'within').fill(at('甲县', 'County A'));
    await expect(page.locator('.problems')).toContainText(app.say('ProblemPlaceWithinItself'));
    await app.button('Undo').click();
    await app.goTo('SectionExecution');
    await expect(app.number('execution')).toHaveText('98.4');
    await expect(page.locator('.place-tile.wrong')).toHaveCount(2);
    await app.goTo('SectionReservoirs');
    await expect(app.number('reservoirs')).toHaveText('7,615');
    await app.at('reservoir-month', 12, 'level').fill('2009');
    await expect(page.locator('.problems')).toContainText(at('水位曲线之外', 'outside the curve'));
    await page.locator('a.to-report').click();
    await expect(page.locator('article.report h2').first()).toBeVisible();
    for (const part of ['ReportFixTotal', 'ReportSave', 'ReportSecure']) {
      await expect(page.locator('article.report')).toContainText(app.say(/** @type {'ReportSave'} */ (part)));
    }
    await expect(page.locator('article.report')).toContainText('147.01');
  });

  test('an indicator of one\'s own by a formula, a circle of two, and the picture of flows', async ({ app, page }) => {
    await app.openRegion();
    const glance = page.locator('.glance-line');
    await expect(glance.filter({ hasText: at('再生水利用率', 'Reclaimed water rate') })).toContainText('30.2041 %');
    await expect(app.chart('region-flows')).toBeVisible();
    await app.newRow('region-fact').getByRole('textbox').first().fill(at('非农占比', 'Beyond farming'));
    await app.at('region-fact', 17, 'formula').fill(at('(工业 + 生活 + 生态) / 用水总量 × 100', '(Industry + Domestic + Ecology) / Total water × 100'));
    await expect(glance.filter({ hasText: at('非农占比', 'Beyond farming') })).toContainText('16.6262');
    await app.at('region-fact', 17, 'formula').fill(at('再生水利用率 + 1', 'Reclaimed water rate + 1'));
    await app.at('region-fact', 16, 'formula').fill(at('非农占比 + 1', 'Beyond farming + 1'));
    await expect(page.locator('.problems')).toContainText(app.say('ProblemFormulaCircle'));
    await app.at('region-fact', 16, 'formula').fill(at('雨水 × 2', 'Rain × 2'));
    await expect(page.locator('.problems')).toContainText(at('“雨水”不是指标', '“Rain” in the formula'));
  });

  test('an issue of the plan is recorded, what changes later stands beside it; notices are printed', async ({ app, page }) => {
    await app.openRegion('/plan');
    const compared = page.locator('table.issues');
    const smelter = at('冶炼公司', 'Smelting company');
    await expect(page.locator('[aria-labelledby="caption-issued-plan"]')).toContainText('−120');
    await expect(compared).toHaveCount(0);
    await page.locator('#record-issue').click();
    await expect(page.locator('#issue option')).toHaveCount(2);
    await expect(compared.getByRole('row').filter({ hasText: smelter })).toContainText('5,3205,2005,2000');
    await app.button('Undo').click();
    await expect(page.locator('#issue option')).toHaveCount(1);
    await app.goTo('SectionExecution');
    await page.locator('#to-notices').click();
    const paper = page.locator('article.report');
    await expect(paper.locator('h1')).toHaveText(app.say('NoticeTitle'));
    await expect(paper).toContainText(at('累计水费', 'Cost until now'));
    await expect(paper.locator('.report-section.begins-page h2').first()).toHaveText(at('甲县工业园', 'Industrial park of A'));
  });

  test('a self-assessment begun from the region takes its numbers and stands in its report', async ({ app, page }) => {
    await app.openRegion('/assessment');
    await expect(page.locator('.entry-side')).toContainText(app.say('AssessmentsNone'));
    await page.locator('#assessment-rubric').selectOption('region-assessment-ningxia-2017');
    await app.button('AssessmentBegin').click();
    await expect(page).toHaveURL(/#\/certification\/1$/);
    // Total water, coefficient and water by GDP are where they should be; of the Yellow River nothing is known.
    await expect(app.score()).toHaveText('22');
    await app.goTo('StepFacts');
    await expect(page.locator('.facts')).toContainText(app.say('OriginRegion'));
    await page.goto('./#/region/1/assessment');
    const scores = page.locator('table.assessments');
    await expect(scores).toContainText(at('22 分（满分 26）', '22 of 26'));
    await expect(page.locator('.entry-side .number-button')).toHaveCount(3);
    await page.locator('.entry-side .number-button').first().click();
    await expect(page.locator('dialog')).toContainText(at('与目标之比', 'Against the target'));
    await page.keyboard.press('Escape');
    await page.locator('a.to-report').click();
    await expect(page.locator('article.report')).toContainText(at('22 分（满分 26）', '22 of 26'));
    // What is typed on the region's page is what is scored.
    await page.goto('./#/region/1/control');
    await app.at('region-target', 1, 'target').fill('60000');
    await page.goto('./#/region/1/assessment');
    await expect(scores).toContainText(at('12 分', '12 of'));
    await app.button('Undo').click();
    await expect(scores).toContainText(at('22 分', '22 of'));
  });

  test('a place of the plan takes its present use from a district of the ledger', async ({ app, page }) => {
    await app.openExample();
    await app.openRegion('/plan');
    const district = at('东河灌区', 'Donghe district');
    await expect(page.locator('datalist[id*=offered] option').first()).toHaveAttribute('value', district);
    await app.at('plan-place', 4, 'taken_from').fill(at('没有的灌区', 'No such district'));
    await expect(page.locator('.problems')).toContainText(app.say('ProblemNoSuchUnit'));
    await app.at('plan-place', 4, 'taken_from').fill(district);
    // What was typed counts, and the difference is said.
    await expect(page.locator('.problems')).toContainText('14,851');
    await app.at('plan-place', 4, 'present').fill('');
    await expect(page.locator('.problems')).not.toContainText('14,851');
    await expect(page.locator('#cell-plan-place-4-present')).toHaveValue('');
  });
});
