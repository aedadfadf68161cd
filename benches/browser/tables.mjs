// Tables in files: the page's worker for workbooks and the usual libraries, each in a worker of the same browser on the same file.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const resolve = createRequire(import.meta.url).resolve;

const code = (file) => readFileSync(resolve(file), 'utf8');

/** What a worker does with a file by a library: rows of cells, numbers as numbers. */
const PEERS = {
  csv: `${code('papaparse/papaparse.min.js')}
onmessage = ({ data }) =>
  postMessage(Papa.parse(new TextDecoder().decode(data.bytes), { dynamicTyping: true, skipEmptyLines: true }).data);`,
  xlsx: `${code('xlsx/dist/xlsx.full.min.js')}
onmessage = ({ data }) => {
  const book = XLSX.read(data.bytes, { dense: true });
  postMessage(XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }));
};`,
};

/** A table of names and numbers, row by row, the same each time. */
function table(rows, columns) {
  let state = 1;
  const next = () => (state = (state * 48271) % 2147483647);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => (column === 0 ? `单元 ${row}` : (next() % 1000000) / 100)),
  );
}

/** The sum of all numbers, by which two readings of a file are the same. */
const CHECKSUM = 'rows => rows.flat().reduce((sum, cell) => sum + (Number(cell) || 0), 0)';

/**
 * The middle times of the worker and of the library on a CSV of 100,000 × 12 and a workbook of 100,000 × 10.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} site
 */
export async function tables(browser, site) {
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(site);
  const lib = createRequire(import.meta.url)('xlsx');
  const csv = Buffer.from(table(100_000, 12).map((row) => row.join(',')).join('\n'));
  const book = lib.utils.book_new();
  lib.utils.book_append_sheet(book, lib.utils.aoa_to_sheet(table(100_000, 10)), 't');
  const xlsx = lib.write(book, { type: 'buffer', compression: true });
  const found = {};
  for (const [kind, file] of Object.entries({ csv, xlsx })) {
    await page.route(`**/bench.${kind}`, (route) => route.fulfill({ body: file }));
    found[kind] = await page.evaluate(
      async ({ kind, code, checksum }) => {
        const bytes = new Uint8Array(await (await fetch(`./bench.${kind}`)).arrayBuffer());
        const sum = eval(checksum);
        /** The middle of five times, each in a worker that has its code already; the answer of the last. */
        const timed = async (script, options, question) => {
          const times = [];
          let answer;
          for (let turn = 0; turn < 6; turn += 1) {
            const worker = new Worker(script, options);
            const ask = (of) =>
              new Promise((resolve, reject) => {
                worker.onerror = (error) => reject(new Error(`${script}: ${error.message}`));
                worker.onmessage = ({ data }) => resolve(data);
                worker.postMessage(of);
              });
            const start = performance.now();
            answer = await ask(question);
            times.push(performance.now() - start);
            worker.terminate();
          }
          // The first only warms up.
          return { time: times.slice(1).sort((a, b) => a - b)[2], answer };
        };
        const office = document.querySelector('meta[name=office]').content;
        const own = await timed(office, { type: 'module' }, { bytes });
        const script = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
        const peer = await timed(script, {}, { bytes });
        const rows = JSON.parse(own.answer)[0][2];
        return { own: own.time, peer: peer.time, sums: [sum(rows), sum(peer.answer)] };
      },
      { kind, code: PEERS[kind], checksum: CHECKSUM },
    );
    const [own, peer] = found[kind].sums;
    if (!(Math.abs(own - peer) < 1e-6 * Math.abs(peer))) throw new Error(`${kind}: the readings differ, ${own} and ${peer}`);
  }
  await page.close();
  return found;
}
