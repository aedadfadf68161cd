// Draws the picture that stands beside shared links, public/preview.png, from preview.svg beside this file:
//   CHROMIUM=/usr/bin/chromium node tests/preview/draw.mjs
// The browser draws; the file is written here with a palette, a fifth of what the browser would write.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { chromium } from 'playwright-core';

const at = (name) => fileURLToPath(new URL(name, import.meta.url));
const [WIDTH, HEIGHT] = [1200, 630];
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
const page = await browser.newPage();
const pixels = await page.evaluate(async ([svg, width, height]) => {
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  return [...context.getImageData(0, 0, width, height).data];
}, [readFileSync(at('preview.svg'), 'utf8'), WIDTH, HEIGHT]);
await browser.close();

const palette = new Map();
const rows = Buffer.alloc(HEIGHT * (WIDTH + 1));
for (let y = 0; y < HEIGHT; y += 1) {
  for (let x = 0; x < WIDTH; x += 1) {
    const from = 4 * (y * WIDTH + x);
    const colour = pixels.slice(from, from + 3).map((part) => Math.min(255, Math.round(part / 32) * 32)).join();
    if (!palette.has(colour)) palette.set(colour, palette.size);
    rows[y * (WIDTH + 1) + 1 + x] = palette.get(colour);
  }
}
// What was rounded takes the true colours of ink, water and lines again.
const TRUE = { '32,32,32': '23,34,38', '0,96,128': '11,110,117', '0,96,96': '11,110,117', '224,224,224': '223,229,230' };
const colours = [...palette.keys()].map((colour) => (TRUE[colour] ?? colour).split(',').map(Number));
if (colours.length > 256) throw new Error(`${colours.length} colours`);

const chunk = (type, content) => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};
const header = Buffer.alloc(13);
header.writeUInt32BE(WIDTH);
header.writeUInt32BE(HEIGHT, 4);
header.set([8, 3, 0, 0, 0], 8);
const parts = [chunk('IHDR', header), chunk('PLTE', Buffer.from(colours.flat())), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))];
writeFileSync(at('../../public/preview.png'), Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...parts]));
console.log(colours.length, 'colours');
