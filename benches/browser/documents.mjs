// What keeping a ledger costs: a saving of a large one, and a visit without a network beside one with it.
import { readFileSync } from 'node:fs';

/** The middle of several times. */
const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];

/** A ledger of so many units, each with everything that the example's last year holds. */
function units(count) {
  const file = new URL('../../public/example-university.json', import.meta.url);
  const document = JSON.parse(readFileSync(file, 'utf8'), (_, value) => value?.zh ?? value);
  const model = document.ledger.institution.at(-1);
  const unit = (_, at) => ({ ...model, id: at + 1, unit: `单位 ${at + 1}` });
  document.ledger.institution = Array.from({ length: count }, unit);
  return JSON.stringify(document);
}

/** Waits in the page, without looking again and again, which would cost time of its own. */
function untilSaved() {
  const state = document.querySelector('[data-saving]');
  return new Promise((resolve) => {
    const look = () => state.dataset.saving === 'Done' && resolve();
    new MutationObserver(look).observe(state, { attributes: true });
    look();
  });
}

/**
 * What the page does, in milliseconds of its one thread, from a keystroke's result to its being on disk, for a ledger of 1,000
 * filled units; and what it does in as long a time without a keystroke.
 */
export async function saving(browser, site) {
  const text = units(1000);
  const page = await browser.newPage();
  await page.goto(`${site}#/certification`);
  await page.locator('.toolbar input[type=file]').setInputFiles({ name: 'units.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const saved = page.locator('[data-saving=Done]');
  await saved.waitFor({ timeout: 60_000 });
  await page.goto(`${site}#/certification/1000/facts`);
  const cell = page.locator('input[id$="-supplied"]').first();
  await cell.waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const worked = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return 1000 * metrics.find(({ name }) => name === 'TaskDuration').value;
  };
  const [spent, idle] = [[], []];
  for (let turn = 0; turn < 15; turn += 1) {
    await page.waitForTimeout(400);
    await cell.fill(`${1186001 + turn}`);
    // All that the keystroke changes is in the page; the saving waits for its moment, a tenth of a second after it.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    const [start, before] = [Date.now(), await worked()];
    await page.evaluate(untilSaved);
    const [end, after] = [Date.now(), await worked()];
    spent.push(after - before);
    await page.waitForTimeout(end - start);
    idle.push((await worked()) - after);
  }
  await page.close();
  return { megabytes: text.length / 1e6, spent: middle(spent), idle: middle(idle) };
}

/** From the address of a filled page to its first cell, on a second visit: with the network, and without one from what is kept. */
export async function starts(browser, site) {
  const visits = async (serviceWorkers, isOffline) => {
    const context = await browser.newContext({ serviceWorkers });
    const page = await context.newPage();
    await page.goto(`${site}#/example`);
    await page.locator('[data-saving=Done]').waitFor();
    if (isOffline) {
      await page.evaluate(async () => void (await navigator.serviceWorker.ready));
      await context.setOffline(true);
    }
    const times = [];
    for (let turn = 0; turn < 12; turn += 1) {
      await page.goto('about:blank');
      await page.goto(`${site}#/irrigation`, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.querySelector('#cell-district-1-net'), null, { polling: 'raf' });
      times.push(await page.evaluate(() => performance.now()));
    }
    await context.close();
    return middle(times);
  };
  return { online: await visits('block', false), offline: await visits('allow', true) };
}
