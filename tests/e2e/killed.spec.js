// @ts-check
// A browser or a page that is killed while somebody types: nothing that was shown as saved is lost, nothing is torn, and of the rest
// no more than a moment. `cargo xtask reliability` does it many times.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { App, expect, test } from './app.js';

/** How often each is killed. */
const RUNS = Number(process.env.WATER_LEDGER_KILLS ?? 3);

/** How long typing may go on before it is killed, in milliseconds, and between two letters. */
const [LONGEST, SHORTEST_GAP, LONGEST_GAP] = [4000, 20, 200];

/** What may be lost of what was typed last, without having been shown as saved: in milliseconds. */
const MOMENT = 250;

/**
 * A browser that keeps what it stores in a folder.
 * @param {string} folder
 * @param {import('@playwright/test').PlaywrightTestOptions & import('@playwright/test').PlaywrightWorkerOptions & { baseURL?: string }} use
 */
async function browserOf(folder, use) {
  const context = await chromium.launchPersistentContext(folder, { ...use.launchOptions, baseURL: use.baseURL, locale: 'zh-CN' });
  return { context, page: context.pages()[0] ?? (await context.newPage()) };
}

/**
 * The processes whose command line names a folder; of one kind where it is named.
 * @param {string} folder
 * @param {string} [kind]
 */
function processesOf(folder, kind) {
  const isMeant = (/** @type {string} */ line) => line.includes(folder) && (kind === undefined || line.includes(`--type=${kind}`));
  return commandLines().filter(({ line }) => isMeant(line)).map(({ id }) => id);
}

/** What runs on this machine. */
function commandLines() {
  if (!existsSync('/proc/self/cmdline')) {
    const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
    return lines.map((line) => ({ id: Number.parseInt(line, 10), line }));
  }
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.flatMap((id) => {
    try {
      return [{ id: Number(id), line: readFileSync(`/proc/${id}/cmdline`, 'utf8') }];
    } catch {
      // It has ended meanwhile.
      return [];
    }
  });
}

/** @param {number} place */
const letterAt = (place) => String.fromCharCode(97 + (place % 26));

/** @param {number} id */
function kill(id) {
  try {
    process.kill(id, 'SIGKILL');
  } catch {
    // It went with another.
  }
}

/**
 * Types until the browser is killed; what was typed when, and what was shown as saved.
 * @param {App} app
 * @param {string} start what stands in the cell already, and is saved
 * @param {() => void} strike
 */
async function typeUntilKilled(app, start, strike) {
  const typed = [{ text: start, at: Date.now() }];
  let said = start;
  const cell = app.cell(1, 'name');
  // What the page shows as saved is heard in the same turn in which it is shown.
  await app.page.exposeFunction('saySaved', (/** @type {string} */ text) => (said = text));
  await cell.evaluate((input) => {
    const saving = /** @type {Element} */ (document.querySelector('[data-saving]'));
    const look = () => {
      if (saving.getAttribute('data-saving') === 'Done') Reflect.get(window, 'saySaved')(/** @type {HTMLInputElement} */ (input).value);
    };
    new MutationObserver(look).observe(saving, { attributes: true, attributeFilter: ['data-saving'] });
  });
  await cell.focus();
  await app.page.keyboard.press('End');
  let struck = Infinity;
  const timer = setTimeout(() => {
    struck = Date.now();
    strike();
  }, 300 + Math.random() * LONGEST);
  try {
    for (let place = 0; struck === Infinity; place += 1) {
      const letter = letterAt(place);
      await app.page.keyboard.type(letter);
      typed.push({ text: typed[place].text + letter, at: Date.now() });
      await new Promise((resolve) => setTimeout(resolve, SHORTEST_GAP + Math.random() * (LONGEST_GAP - SHORTEST_GAP)));
    }
  } catch {
    // The browser is gone in the middle of a letter.
  }
  clearTimeout(timer);
  return { typed, said, struck };
}

/**
 * What the page holds after it was killed, against what was typed.
 * @param {string} found
 * @param {Awaited<ReturnType<typeof typeUntilKilled>>} run
 */
function judge(found, { typed, said, struck }) {
  const all = typed[typed.length - 1].text;
  // A letter may have been typed whose typing was not answered any more.
  expect(`${all}${letterAt(typed.length - 1)}`.startsWith(found), `"${found}" was never typed`).toBe(true);
  expect(found.startsWith(said), `"${said}" was shown as saved, "${found}" is there`).toBe(true);
  const old = typed.filter(({ at }) => at < struck - MOMENT).at(-1)?.text ?? '';
  return { lost: all.length - found.length, older: Math.max(0, old.length - found.length) };
}

test.describe.configure({ mode: 'serial' });

for (const [name, kind] of /** @type {const} */ ([
  ['browser', undefined],
  ['page', 'renderer'],
])) {
  test(`a killed ${name} loses nothing that was shown as saved`, async ({}, { project }) => {
    test.setTimeout(60_000 + RUNS * 30_000);
    const folder = await mkdtemp(join(tmpdir(), 'water-ledger-'));
    const losses = [];
    try {
      for (let run = 0; run < RUNS; run += 1) {
        const first = await browserOf(folder, project.use);
        const app = new App(first.page, 'zh');
        await app.open('#/irrigation');
        if ((await app.rows().count()) === 0) await app.page.locator('.start').getByRole('button', { name: app.say('YearAdd') }).click();
        const start = `${run}:`;
        await app.cell(1, 'name').fill(start);
        await app.isSaved();
        const outcome = await typeUntilKilled(app, start, () => processesOf(folder, kind).forEach(kill));
        await first.context.close().catch(() => {});
        processesOf(folder).forEach(kill);
        const again = await browserOf(folder, project.use);
        const next = new App(again.page, 'zh');
        await next.open('#/irrigation');
        losses.push(judge(await next.cell(1, 'name').inputValue(), outcome));
        await again.context.close();
      }
    } finally {
      processesOf(folder).forEach(kill);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    }
    const letters = losses.map(({ lost }) => lost).sort((a, b) => a - b);
    const older = losses.filter((loss) => loss.older > 0).length;
    console.log(
      `${name} killed ${RUNS} times: 0 lost after it was shown as saved; unsaved letters lost: median ${letters[RUNS >> 1]}, most ${letters.at(-1)}; older than ${MOMENT} ms in ${older} runs`,
    );
  });
}
