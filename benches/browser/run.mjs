// What a person waits for, measured in Chromium on the built site: `cargo xtask bench` runs it.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const site = process.env.WATER_LEDGER_SITE;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});

/** The middle of several times, in milliseconds. */
const middle = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];
const written = (time) => `${time.toFixed(1)} ms`;

/** The document of the example with 50 districts of 40 fields and 10 canals: the ledger of benches/ledger.rs. */
function largeLedger() {
  const document = JSON.parse(readFileSync(new URL('../../tests/cases/ledger/schema-2.json', import.meta.url), 'utf8'));
  const sheet = document.ledger.irrigation.years.at(-1);
  const model = sheet.districts.find((district) => district.fields?.length);
  const field = (_, at) => ({ ...model.fields[at % model.fields.length], id: at + 1, name: `田块 ${at + 1}` });
  const canal = (_, at) => model.canals[at] ?? { ...model.canals[3], id: at + 1, name: `${at + 1} 斗渠` };
  sheet.districts = Array.from({ length: 50 }, (_, at) => ({
    ...model,
    id: at + 1,
    name: `灌区 ${at + 1}`,
    fields: Array.from({ length: 40 }, field),
    canals: Array.from({ length: 10 }, canal),
  }));
  document.ledger.irrigation.years = [sheet];
  return { text: JSON.stringify(document), year: sheet.id };
}

/** From the keystroke in a reading to the district's new coefficient on the page, with a 2,000-field ledger behind it. */
async function keystroke() {
  const { text, year } = largeLedger();
  const page = await browser.newPage();
  await page.addInitScript((saved) => localStorage.setItem('water-ledger/ledger', saved), text);
  await page.goto(`${site}#/irrigation/${year}/fields/25`);
  const cell = page.locator('#cell-reading-1-5');
  await cell.waitFor();
  const times = [];
  for (let turn = 0; turn < 15; turn += 1) {
    times.push(
      await cell.evaluate(async (input, typed) => {
        const figure = document.querySelector('[data-figure="district-coefficient"]');
        const changed = new Promise((resolve) => {
          new MutationObserver((_, observer) => {
            observer.disconnect();
            resolve(performance.now());
          }).observe(figure, { childList: true, characterData: true, subtree: true });
        });
        input.focus();
        input.value = typed;
        const start = performance.now();
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        return (await changed) - start;
      }, `${22 + (turn % 5)}%`),
    );
  }
  await page.close();
  return middle(times);
}

/** A million draws of the same figure: the page's engine, and the same algorithm in JavaScript, each in a worker. */
async function monteCarlo() {
  const page = await browser.newPage();
  const scripts = { 'peer.js': 'monte_carlo.js', 'peer-worker.js': 'monte_carlo_worker.js' };
  for (const [address, file] of Object.entries(scripts)) {
    const body = readFileSync(new URL(file, import.meta.url), 'utf8');
    await page.route(`**/${address}`, (route) => route.fulfill({ body, contentType: 'text/javascript' }));
  }
  await page.goto(site);
  const known = readFileSync(new URL('../../tests/cases/draws.json', import.meta.url), 'utf8');
  const task = JSON.stringify(JSON.parse(known).task);
  const measured = await page.evaluate(async (task) => {
    const turns = 9;
    /** Times from the question to the last answer; the first turn only warms up. */
    const timesOf = async (script, question, isLast) => {
      const worker = new Worker(script, { type: 'module' });
      const times = [];
      for (let turn = 0; turn <= turns; turn += 1) {
        const start = performance.now();
        await new Promise((resolve, reject) => {
          worker.onerror = reject;
          worker.onmessage = ({ data }) => isLast(data) && resolve(data);
          worker.postMessage(question);
        });
        times.push(performance.now() - start);
      }
      worker.terminate();
      return times.slice(1);
    };
    const engine = document.querySelector('meta[name=engine]').content;
    return {
      engine: await timesOf(engine, task, (answer) => 'Done' in JSON.parse(answer)),
      same: await timesOf('./peer-worker.js', 'xoshiro256++', () => true),
      fast: await timesOf('./peer-worker.js', 'xoshiro128++', () => true),
    };
  }, task);
  await page.close();
  return { engine: middle(measured.engine), same: middle(measured.same), fast: middle(measured.fast) };
}

console.log(`one cell changed, 2,000 fields and 500 canals, until the page shows it  ${written(await keystroke())}`);
const { engine, same, fast } = await monteCarlo();
console.log(`1,000,000 draws of a metric of 12 inputs, with intervals, in the worker  ${written(engine)}`);
console.log(`  the same algorithm in JavaScript  ${written(same)}, ratio ${(engine / same).toFixed(2)}`);
console.log(`  with a generator that suits JavaScript best  ${written(fast)}, ratio ${(engine / fast).toFixed(2)}`);
await browser.close();
