// @ts-check
// What the browser keeps of a ledger, read and written without the app.

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ number: number, schema: number, text: string, check: number }} Record */

/**
 * Runs a function on the stores of the database; none is made where there is none.
 * @template T, A
 * @param {Page} page
 * @param {'read' | 'add'} what
 * @param {unknown} [argument]
 */
async function inDatabase(page, what, argument) {
  return page.evaluate(
    async ([what, argument]) => {
      const known = await indexedDB.databases();
      if (!known.some(({ name }) => name === 'water-ledger')) return null;
      /** @param {IDBRequest} request @returns {Promise<any>} */
      const done = (request) =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const database = await done(indexedDB.open('water-ledger'));
      const transaction = database.transaction(['patches', 'snapshots'], 'readwrite');
      const ended = new Promise((resolve) => (transaction.oncomplete = resolve));
      const [patches, snapshots] = ['patches', 'snapshots'].map((name) => transaction.objectStore(name));
      const ledger = Number(localStorage.getItem('water-ledger/open') ?? 1);
      const all = IDBKeyRange.bound([ledger, 0], [ledger, Infinity]);
      let answer = null;
      if (what === 'read') {
        const [changes, wholes] = [patches.getAll(all), snapshots.getAll(all)];
        answer = { patches: await done(changes), snapshots: await done(wholes) };
      } else {
        const last = (await done(patches.getAllKeys(all))).at(-1)?.[1] ?? 0;
        patches.add({ ...argument, number: last + 1 }, [ledger, last + 1]);
      }
      await ended;
      database.close();
      if (what === 'add') new BroadcastChannel('water-ledger').postMessage(ledger);
      return answer;
    },
    /** @type {const} */ ([what, argument]),
  );
}

/**
 * All that is stored of the open ledger; null where nothing is.
 * @param {Page} page
 * @returns {Promise<{ patches: Record[], snapshots: Record[] } | null>}
 */
export const readJournal = (page) => inDatabase(page, 'read');

/**
 * Adds a saving to the open ledger, as another tab would.
 * @param {Page} page
 * @param {{ schema: number, text: string }} record
 */
export const addToJournal = (page, record) => inDatabase(page, 'add', { check: 0, ...record });

/** What the remainder of a byte is, by the polynomial of CRC-32C. */
const REMAINDERS = Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0x82f63b78 : value >>> 1;
  return value >>> 0;
});

/**
 * The checksum that stands beside what is stored (CRC-32C).
 * @param {Iterable<number>} bytes
 */
export function checksumOf(bytes) {
  let sum = 0xffffffff;
  for (const byte of bytes) sum = REMAINDERS[(sum ^ byte) & 255] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
