// @ts-check
// The chart on the page, its table twin, and its three files.
import { expect, inEachLanguage, test } from './app.js';

/** What the chart of the example says in its title. */
const FINDING = { first: 2019, by: '0.0291', year: 2030, to: '0.641' };

/** @typedef {import('./app.js').App} App */

/**
 * The table twin, row by row, the head first.
 * @param {App} app
 */
async function twin(app) {
  const frame = app.chart();
  if (!(await frame.locator('details').getAttribute('open'))) await frame.locator('summary').click();
  // Its rows are made when it is unfolded.
  await frame.locator('details tr').first().waitFor();
  return frame.locator('details tr').evaluateAll((rows) =>
    rows.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent ?? '')),
  );
}

/** @param {string} text a file of comma-separated values without breaks inside cells */
function cellsOf(text) {
  return text.trimEnd().split('\r\n').map((line) => line.split(',').map((cell) => cell.replace(/^"(.*)"$/, '$1')));
}

inEachLanguage(() => {
  test('the table twin holds the figures of each year', async ({ app, page }) => {
    await app.openExample();
    const [head, ...rows] = await twin(app);
    const own = head.findIndex((cell) => cell.startsWith(app.say('ChartSample')));
    expect(own).toBeGreaterThan(0);
    const shown = Object.fromEntries(rows.map((row) => [row[0], row[own]]));
    for (const [id, year] of [[1, 2019], [2, 2020], [3, 2021], [4, 2022], [5, 2023]]) {
      await page.goto(`./#/irrigation/${id}`);
      await expect(page.locator('[id^=cell-year-][id$=-year]')).toHaveValue(String(year));
      await expect(app.number('region-coefficient')).toHaveText(shown[year]);
      expect(await app.coefficientOfCells()).toBe(shown[year]);
    }
    // The nation's values stand beside them, and the chart follows an edit.
    expect(rows.length).toBeGreaterThan(5);
    await app.cell(1, 'net').fill('9000');
    const edited = await app.coefficientOfCells();
    await expect.poll(async () => (await twin(app)).find((row) => row[0] === '2023')?.[own]).toBe(edited);
    await expect(app.chart().locator('.chart-picture svg')).toBeVisible();
  });

  test('the three files arrive and are what they say', async ({ app, page }) => {
    await app.openExample();
    const table = await twin(app);

    const csv = await app.download(app.chart().getByRole('button', { name: app.say('ChartCsv') }));
    expect(csv.name).toMatch(/\.csv$/);
    expect([...csv.bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const cells = cellsOf(csv.bytes.subarray(3).toString());
    expect(cells).toEqual(table);
    // A cell that begins like a formula would be run by a spreadsheet.
    expect(cells.flat().filter((cell) => /^[=+@\t]/.test(cell))).toEqual([]);

    const svg = await app.download(app.chart().getByRole('button', { name: app.say('ChartSvg') }));
    expect(svg.name).toMatch(/\.svg$/);
    // The page's own policy lets no text be read as markup.
    const elsewhere = await page.context().newPage();
    const read = await elsewhere.evaluate((text) => {
      const document = new DOMParser().parseFromString(text, 'image/svg+xml');
      const words = (/** @type {string} */ name) => document.querySelector(`svg > ${name}`)?.textContent?.trim() ?? '';
      return {
        isWellFormed: !document.querySelector('parsererror'),
        title: words('title'),
        description: words('desc'),
        foreign: document.querySelectorAll('script, foreignObject, image, [href]').length,
      };
    }, svg.bytes.toString());
    expect(read).toEqual({
      isWellFormed: true,
      title: `${app.say('FindingRiseAhead', FINDING)} – ${app.say('ChartTrendDrawn')}`,
      description: app.say('ChartTrendDescription', { own: 5 }),
      foreign: 0,
    });

    const png = await app.download(app.chart().getByRole('button', { name: app.say('ChartPng') }));
    expect(png.name).toMatch(/\.png$/);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    const picture = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [image.width, image.height];
      const context = canvas.getContext('2d');
      context?.drawImage(image, 0, 0);
      const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
      const colors = new Set();
      for (let at = 0; at < data.length; at += 4) colors.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
      return { width: image.width, height: image.height, colors: colors.size };
    }, png.bytes.toString('base64'));
    expect(picture.width).toBeGreaterThan(1000);
    expect(picture.height).toBeGreaterThan(500);
    // Lines, letters and their smooth edges: a blank or black picture has one colour.
    expect(picture.colors).toBeGreaterThan(20);
  });
});

test('the picture has a name and a description for those who cannot see it', async ({ app, page }) => {
  await app.openExample();
  const picture = app.chart().locator('.chart-picture').getByRole('img');
  await expect(picture).toHaveAccessibleName(new RegExp(`^${app.say('FindingRiseAhead', FINDING)}`));
  const said = await picture.evaluate((svg) =>
    ['aria-labelledby', 'aria-describedby']
      .flatMap((name) => (svg.getAttribute(name) ?? '').split(' '))
      .map((id) => (id ? document.getElementById(id)?.textContent : ''))
      .join(' '),
  );
  expect(said).toContain(app.say('ChartTrendDescription', { own: 5 }));
});

test('a ledger without figures still shows the nation in its chart', async ({ app, page }) => {
  await app.open('#/irrigation');
  const [head, ...rows] = await twin(app);
  expect(head.length).toBeGreaterThan(1);
  expect(rows.length).toBeGreaterThan(5);
  await expect(app.chart().locator('.chart-picture svg')).toBeVisible();
});
