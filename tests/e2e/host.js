// @ts-check
// A host of the built site that can be stopped, that goes over to another release, and that may hold a file back.
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';

const dist = new URL('../../dist/', import.meta.url);

const TYPES = /** @type {Record<string, string>} */ ({
  html: 'text/html; charset=utf-8', css: 'text/css', js: 'text/javascript', wasm: 'application/wasm', svg: 'image/svg+xml',
  json: 'application/json', png: 'image/png', webmanifest: 'application/manifest+json',
});

const hashOf = (/** @type {string} */ text) => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** @returns {Map<string, Buffer>} the built site */
function built() {
  const all = readdirSync(dist, { recursive: true }).map((name) => String(name).replaceAll('\\', '/'));
  const names = all.filter((name) => /\.\w+$/.test(name) && !/\.(br|gz|conf)$/.test(name) && !name.startsWith('.'));
  return new Map(names.map((name) => [name, readFileSync(new URL(name, dist))]));
}

/**
 * The built site as if it were another release: its number stands in the page and in a style sheet.
 * @param {number} number
 */
export function release(number) {
  const site = built();
  const text = (/** @type {string} */ name) => site.get(name)?.toString() ?? '';
  const sheet = [...site.keys()].find((name) => name.startsWith('tokens-')) ?? '';
  const changed = `${text(sheet)}\n:root{--release:${number}}`;
  const renamed = `tokens-${hashOf(changed)}.css`;
  site.delete(sheet);
  site.set(renamed, Buffer.from(changed));
  const page = text('index.html').replaceAll(sheet, renamed).replace('<html ', `<html data-release="${number}" `);
  site.set('index.html', Buffer.from(page));
  const worker = text('service-worker.js')
    .replace(/const RELEASE = "\w+"/, `const RELEASE = "${hashOf(page)}"`)
    .replaceAll(sheet, renamed);
  site.set('service-worker.js', Buffer.from(worker));
  return site;
}

/** A host on a port of its own. */
export class Host {
  /** @param {Map<string, Buffer>} site */
  constructor(site) {
    this.site = site;
    /** Files that are asked for and not sent, by their names, with what sends them. */
    this.holds = /** @type {RegExp | null} */ (null);
    this.held = /** @type {(() => void)[]} */ ([]);
    this.asked = /** @type {string[]} */ ([]);
    this.server = createServer((request, response) => {
      const name = (request.url ?? '/').split(/[?#]/)[0].slice(1) || 'index.html';
      this.asked.push(name);
      const send = () => {
        const content = this.site.get(name);
        const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/plain';
        response.writeHead(content ? 200 : 404, { 'content-type': type, 'cache-control': 'no-cache' });
        response.end(content);
      };
      if (this.holds?.test(name)) this.held.push(send);
      else send();
    });
  }

  /** Begins to answer; the address. */
  async start() {
    await new Promise((resolve) => this.server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const address = /** @type {import('node:net').AddressInfo} */ (this.server.address());
    return `http://127.0.0.1:${address.port}/`;
  }

  /** Sends what is held back, and holds nothing back any more. */
  letGo() {
    this.holds = null;
    for (const send of this.held.splice(0)) send();
  }

  /** Answers nobody any more. */
  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
