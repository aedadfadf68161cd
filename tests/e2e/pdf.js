// @ts-check
// What a PDF of the browser says. Its text is a row of glyphs; each font brings a map from glyphs to characters.
import { inflateSync } from 'node:zlib';

/**
 * How many pages a PDF has.
 * @param {Buffer} pdf
 */
export function pagesOf(pdf) {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/**
 * The text of a PDF, once through the map of each of its fonts: a word set in one font stands whole in one of them.
 * @param {Buffer} pdf
 */
export function textOf(pdf) {
  const streams = streamsOf(pdf);
  const glyphs = streams.filter((stream) => /T[jJ]\b/.test(stream)).map(glyphsOf).flat();
  const maps = streams.filter((stream) => stream.includes('begincmap')).map(mapOf);
  const read = (/** @type {Map<number, number>} */ map) =>
    glyphs.map((glyph) => String.fromCharCode(map.get(glyph) ?? 32)).join('');
  return maps.map(read).join('\n');
}

/** @param {Buffer} pdf */
function streamsOf(pdf) {
  const raw = pdf.toString('latin1');
  return [...raw.matchAll(/stream\r?\n/g)].map(({ index, 0: { length } }) => {
    const from = index + length;
    try {
      return inflateSync(pdf.subarray(from, raw.indexOf('endstream', from))).toString('latin1');
    } catch {
      // Pictures and fonts may be packed otherwise; they hold no text.
      return '';
    }
  });
}

/** @param {string} stream */
function glyphsOf(stream) {
  const hex = [...stream.matchAll(/<([0-9A-Fa-f]+)>/g)].map(([, digits]) => digits).join('');
  return (hex.match(/.{4}/g) ?? []).map((digits) => parseInt(digits, 16));
}

/**
 * Characters by glyph.
 * @param {string} cmap
 */
function mapOf(cmap) {
  const number = (/** @type {string} */ digits) => parseInt(digits, 16);
  const map = new Map();
  for (const [, from, to, first] of cmap.matchAll(/<(\w{4})> <(\w{4})> <(\w{4})>/g)) {
    for (let glyph = number(from); glyph <= number(to); glyph += 1) map.set(glyph, number(first) + glyph - number(from));
  }
  for (const [, glyph, character] of cmap.matchAll(/^<(\w{4})> <(\w{4})>$/gm)) map.set(number(glyph), number(character));
  return map;
}
