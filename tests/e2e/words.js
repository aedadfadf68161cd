// @ts-check
// What the page says, read from the table of sentences that it says it from. A test that looks for a
// button by its words thus keeps working when a word is improved, and fails when the button is gone.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../../src/text/keys/', import.meta.url);
const table = readdirSync(folder).map((file) => readFileSync(new URL(file, folder), 'utf8')).join('\n');
const line = /^\s*(\w+): "((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)";/gm;
const sentences = new Map(
  [...table.matchAll(line)].map(([, key, zh, en]) => [key, { zh: JSON.parse(`"${zh}"`), en: JSON.parse(`"${en}"`) }]),
);

/** The languages of the interface, each with its tag and its own name. */
export const LANGUAGES = /** @type {const} */ (['zh', 'en']);

/** @typedef {typeof LANGUAGES[number]} Language */

/**
 * The sentence of a key; blanks that are not given become `…`.
 * @param {Language} language
 * @param {string} key
 * @param {Record<string, unknown>} [blanks]
 */
export function say(language, key, blanks = {}) {
  const sentence = sentences.get(key);
  if (!sentence) throw new Error(`src/text/keys/ has no sentence named ${key}`);
  return sentence[language].replace(/\{(\w+)\}/g, (_, name) => String(blanks[name] ?? '…'));
}

/**
 * The longest part of a sentence before, between or after its blanks: what must stand on the page
 * whatever fills them.
 * @param {Language} language
 * @param {string} key
 */
export function gist(language, key) {
  return say(language, key).split('…').reduce((longest, part) => (part.length > longest.length ? part : longest));
}
