// What a person waits for, measured in Chromium on the built site: `cargo xtask bench` runs it.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { saving, starts } from './documents.mjs';
import { tables } from './tables.mjs';

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

/** The plant of benches/plant.rs, 500 units and 2,000 flows with ±, but for what its meters read too much or too little. */
function largePlant() {
  const sheet = { id: 1, period: '2024', supplies: [], units: [], flows: [], costs: [] };
  const add = (table, row) => sheet[table].push({ id: sheet[table].length + 1, ...row });
  const read = (amount) => `${amount}±2%`;
  const flow = (from, to, amount) => add('flows', { from, to, amount: read(amount) });
  const uses = 22;
  add('supplies', { name: '水厂', kind: 'town', amount: read(15 * (6 * uses + 8)) });
  add('supplies', { name: '井群', kind: 'ground', amount: read(5 * (6 * uses + 8)) });
  add('costs', { item: 'price', per_volume: '3.2' });
  for (let shop = 0; shop < 20; shop += 1) {
    const [tank, softener, treatment] = ['水池', '软化站', '污水站'].map((kind) => `${kind} ${shop}`);
    const use = (at) => (at < uses ? `${shop} 车间 ${at} 号机` : treatment);
    add('units', { name: tank, kind: 'tank' });
    add('units', { name: softener, kind: 'treatment' });
    add('units', { name: treatment, kind: 'wastewater', discharge: read(4 * uses + 6) });
    add('costs', { place: treatment, item: 'treatment', per_volume: '4.1' });
    flow(shop % 4 === 3 ? '井群' : '水厂', softener, 6 * uses + 8);
    flow(softener, tank, 6 * uses);
    flow(softener, treatment, 8);
    flow(treatment, tank, 4 * uses);
    for (let at = 0; at < uses; at += 1) {
      flow(tank, use(at), 10);
      flow(use(at), use(at + 1), at + 1);
      flow(use(at), treatment, at < 2 ? 6 : 7);
      add('units', { name: use(at), kind: 'main', consumption: read(2), leakage: at < 7 ? read(1) : '' });
    }
  }
  return JSON.stringify({ schema: 3, ledger: { title: '', irrigation: { years: [] }, industry: { periods: [sheet] } } });
}

/**
 * From the keystroke in a cell to what it changes on the page, with so much behind it; and, where a picture follows, to
 * its text: until then the page only computes, but for a figure or a row that changed before.
 */
async function keystroke({ text, address, cell: name, shown, typed }) {
  const page = await browser.newPage();
  await page.addInitScript((saved) => localStorage.setItem('water-ledger/ledger', saved), text);
  await page.goto(`${site}${address}`);
  const cell = page.locator(name);
  await cell.waitFor();
  const times = [];
  for (let turn = 0; turn < 15; turn += 1) {
    times.push(
      await cell.evaluate(
        async (input, { shown, typed }) => {
          const { set, get } = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
          let computed = NaN;
          Object.defineProperty(Element.prototype, 'innerHTML', {
            configurable: true,
            get,
            set(text) {
              computed = performance.now();
              set.call(this, text);
            },
          });
          const changed = new Promise((resolve) => {
            new MutationObserver((_, observer) => {
              observer.disconnect();
              resolve(performance.now());
            }).observe(document.querySelector(shown), { childList: true, characterData: true, subtree: true });
          });
          input.focus();
          input.value = typed;
          const start = performance.now();
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
          const end = await changed;
          Object.defineProperty(Element.prototype, 'innerHTML', { configurable: true, get, set });
          return { computed: computed - start, shown: end - start };
        },
        { shown, typed: typed(turn) },
      ),
    );
  }
  await page.close();
  return { computed: middle(times.map((time) => time.computed)), shown: middle(times.map((time) => time.shown)) };
}

/** A reading of a field, until the district's new coefficient stands there. */
function reading() {
  const { text, year } = largeLedger();
  return keystroke({
    text,
    address: `#/irrigation/${year}/fields/25`,
    cell: '#cell-reading-1-after',
    shown: '[data-figure="district-coefficient"]',
    typed: (turn) => `${22 + (turn % 5)}%`,
  });
}

/** What a source gives to a softener, until the new picture of the plant's water stands there. */
function flow() {
  return keystroke({
    text: largePlant(),
    address: '#/industry/1',
    cell: '#cell-flow-1-amount',
    shown: '.water-picture',
    // The first is not what stands there already.
    typed: (turn) => `${141 + (turn % 5)}±2%`,
  });
}

/** A document with these units' years. */
const certified = (reviews) =>
  JSON.stringify({ schema: 4, ledger: { title: '', irrigation: { years: [] }, certification: { reviews } } });

/** The plan of benches/retrofit.rs, 20 measures on a plant of 80 units. */
function largePlan() {
  const units = Array.from({ length: 80 }, (_, at) => ({
    id: at + 1,
    name: `U${at}`,
    kind: 'main',
    town: `${1000 + 37 * at}`,
    consumption: `${800 + 30 * at}`,
  }));
  const whole = units.reduce((sum, unit) => sum + Number(unit.town), 0);
  const period = { id: 1, period: '2024', supplies: [{ id: 1, name: '水厂', kind: 'town', amount: `${whole}` }], units };
  const measures = Array.from({ length: 20 }, (_, at) => ({
    id: at + 1,
    name: `M${at}`,
    standing: 'in_plan',
    investment: `${5000 + 300 * at}`,
  }));
  const changes = measures.map(({ id, name }, at) => ({
    id,
    measure: name,
    target: `U${at % 4 === 3 ? at - 1 : at} · 自来水`,
    change: `-${5 + (at % 7)}%`,
  }));
  const retrofit = { id: 1, year: '2024', price: '5', measures, changes };
  return JSON.stringify({ schema: 14, ledger: { plant: [period], retrofit: [retrofit] } });
}

/** What one of its measures changes, until the saving of the plan changes. */
function plan() {
  return keystroke({
    text: largePlan(),
    address: '#/retrofit/1',
    cell: '#cell-change-1-change',
    shown: '[data-figure=plan-saving]',
    typed: (turn) => `-${6 + (turn % 5)}%`,
  });
}

/** Every set of its measures that no other beats, from the tab's address to the table of them. */
async function bestSets() {
  const page = await browser.newPage();
  await page.addInitScript((saved) => localStorage.setItem('water-ledger/ledger', saved), largePlan());
  const times = [];
  for (let turn = 0; turn < 6; turn += 1) {
    await page.goto(`${site}#/retrofit/1`);
    await page.locator('[data-figure=plan-saving]').waitFor();
    times.push(
      await page.evaluate(async () => {
        const start = performance.now();
        location.hash = '#/retrofit/1/scenarios';
        while (!document.querySelector('.best-sets tbody tr')) await new Promise(requestAnimationFrame);
        return performance.now() - start;
      }),
    );
  }
  await page.close();
  // The first loads the tab's code.
  return middle(times.slice(1));
}

/** The region of benches/region.rs, 3,000 users with their months: a month of one of them, until what all used changes. */
function users() {
  const place = (name, within, use, plan, present) => ({ name, within, use, rule: 'present', plan, present });
  const places = [place('City', '', '', '1000000', '')];
  for (let at = 0; at < 6; at += 1) places.push(place(`C${at}`, 'City', '', '', '1000'));
  for (let at = 0; at < 60; at += 1) places.push(place(`T${at}`, `C${at % 6}`, '', '', '100'));
  const uses = [];
  for (let at = 0; at < 3000; at += 1) {
    places.push(place(`U${at}`, `T${at % 60}`, at % 3 === 0 ? 'agriculture' : 'industry', '', `${10 + (at % 37)}`));
    const months = Array.from({ length: 12 }, (_, month) => [`m${month + 1}`, `${20 + ((at * 7 + month) % 13)}`]);
    uses.push({ id: at + 1, name: `U${at}`, ...Object.fromEntries(months) });
  }
  const seasons = [{ id: 1, use: 'agriculture', m3: '4', m4: '12', m5: '18', m6: '20', m7: '19', m8: '11', m9: '4', m10: '6', m11: '6' }];
  const region = { id: 1, year: '2023', step: '1', places: places.map((one, at) => ({ id: at + 1, ...one })), uses, seasons };
  return keystroke({
    text: JSON.stringify({ schema: 14, ledger: { regions: [region] } }),
    address: '#/region/1/execution',
    cell: '#cell-place-use-1-m7',
    shown: '[data-figure=used]',
    typed: (turn) => `${31 + (turn % 5)}`,
  });
}

/** The share of fixtures of one of 1,000 units, until the score beside it changes. */
function bureau() {
  const reviews = Array.from({ length: 1000 }, (_, at) => ({
    id: at + 1,
    unit: `单位 ${at + 1}`,
    year: '2024',
    rubric: 'public-institution-2013',
  }));
  return keystroke({
    text: certified(reviews),
    address: '#/certification/1000/facts',
    cell: '#cell-fact-7-value',
    shown: '[data-figure=score]',
    typed: (turn) => `${97 + (turn % 3)}`,
  });
}

/** A year of so many districts, as rows of a table. */
const districts = (count) =>
  Array.from({ length: count }, (_, at) => ({ name: `灌区 ${at + 1}`, class: 'small', area: '0.5', net: `${100 + at}`, gross: `${200 + at}` }));

/** A table of 3,000 districts pasted into an empty year, until the region's coefficient stands there. */
async function paste() {
  const text = districts(3000).map(({ name, area, net, gross }) => [name, '小型', area, net, gross].join('\t')).join('\n');
  const times = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const page = await browser.newPage();
    await page.goto(`${site}#/irrigation`);
    await page.locator('.start .primary').click();
    const cell = page.locator('#cell-district-1-name');
    await cell.waitFor();
    times.push(
      await cell.evaluate(async (input, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', text);
        input.focus();
        const start = performance.now();
        input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        const isThere = () => /\d\.\d/.test(document.querySelector('[data-figure=region-coefficient]')?.textContent ?? '');
        while (!isThere()) await new Promise(requestAnimationFrame);
        return performance.now() - start;
      }, text),
    );
    await page.close();
  }
  return middle(times);
}

/** A year of 5,000 districts: from its address to its first cell, and from a keystroke there to the region's coefficient. */
async function longTable() {
  const rows = districts(5000).map((row, at) => ({ id: at + 1, ...row }));
  // Of the first so much that a change is seen in the region.
  Object.assign(rows[0], { net: '1000000', gross: '2000000' });
  const year = { id: 1, year: '2024', districts: rows };
  const text = JSON.stringify({ schema: 3, ledger: { title: '', irrigation: { years: [year] }, industry: { periods: [] } } });
  const times = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const page = await browser.newPage();
    await page.addInitScript((saved) => localStorage.setItem('water-ledger/ledger', saved), text);
    await page.goto(`${site}#/irrigation/1`, { waitUntil: 'commit' });
    await page.waitForFunction(() => document.querySelector('#cell-district-1-net'), null, { polling: 'raf' });
    times.push(await page.evaluate(() => performance.now()));
    await page.close();
  }
  const typed = await keystroke({
    text,
    address: '#/irrigation/1',
    cell: '#cell-district-1-net',
    shown: '[data-figure=region-coefficient]',
    typed: (turn) => `${1000000 + 100000 * (1 + (turn % 2))}`,
  });
  return { opened: middle(times), typed: typed.shown };
}

/** A million draws of the same figure: the page's engine, and the same algorithm in JavaScript, each in a worker. */
async function monteCarlo() {
  // The page's own policy lets nobody else start a worker.
  const page = await browser.newPage({ bypassCSP: true });
  const text = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
  // Both files as one, which a worker takes without asking the site.
  const peer = text('monte_carlo.js') + text('monte_carlo_worker.js').replace(/^import .*$/m, '');
  await page.goto(site);
  const known = readFileSync(new URL('../../tests/cases/draws.json', import.meta.url), 'utf8');
  const task = JSON.stringify(JSON.parse(known).task);
  const measured = await page.evaluate(async ([task, peer]) => {
    const script = URL.createObjectURL(new Blob([peer], { type: 'text/javascript' }));
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
      same: await timesOf(script, 'xoshiro256++', () => true),
      fast: await timesOf(script, 'xoshiro128++', () => true),
    };
  }, [task, peer]);
  await page.close();
  return { engine: middle(measured.engine), same: middle(measured.same), fast: middle(measured.fast) };
}

console.log(`one cell changed, 2,000 fields and 500 canals, until the page shows it  ${written((await reading()).shown)}`);
const { computed, shown } = await flow();
console.log(`one flow changed, 500 units and 2,000 flows, until all is computed  ${written(computed)}`);
console.log(`  until the picture shows it  ${written(shown)}`);
console.log(`one change of one of 20 measures, 80 units, until the saving of the plan changes  ${written((await plan()).shown)}`);
console.log(`  every set of its measures that no other beats, until they stand there  ${written(await bestSets())}`);
console.log(`one month of one of 3,000 users, until what all used changes  ${written((await users()).shown)}`);
console.log(`one number of one of 1,000 units, until its score changes  ${written((await bureau()).shown)}`);
console.log(`3,000 rows pasted, until the region's coefficient stands there  ${written(await paste())}`);
const { opened, typed } = await longTable();
console.log(`a table of 5,000 rows, from its address to its first cell  ${written(opened)}`);
console.log(`  one cell of it changed, until the region's coefficient stands there  ${written(typed)}`);
const { megabytes, spent, idle } = await saving(browser, site);
console.log(`a saving of 1,000 filled units (${megabytes.toFixed(1)} MB), the page's own time  ${written(spent)}, of which ${written(idle)} without it`);
const { online, offline } = await starts(browser, site);
console.log(`a second visit, until its first cell  ${written(online)}; without a network  ${written(offline)}, ratio ${(offline / online).toFixed(2)}`);
const { engine, same, fast } = await monteCarlo();
console.log(`1,000,000 draws of a metric of 12 inputs, with intervals, in the worker  ${written(engine)}`);
console.log(`  the same algorithm in JavaScript  ${written(same)}, ratio ${(engine / same).toFixed(2)}`);
console.log(`  with a generator that suits JavaScript best  ${written(fast)}, ratio ${(engine / fast).toFixed(2)}`);
const { csv, xlsx } = await tables(browser, site);
console.log(`a CSV of 100,000 × 12 read in the worker  ${written(csv.own)}; by PapaParse  ${written(csv.peer)}, ratio ${(csv.own / csv.peer).toFixed(2)}`);
console.log(`a workbook of 100,000 × 10 read in the worker  ${written(xlsx.own)}; by SheetJS  ${written(xlsx.peer)}, ratio ${(xlsx.own / xlsx.peer).toFixed(2)}`);
await browser.close();
