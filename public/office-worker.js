// The worker in which workbooks are written and read, and packed with the files beside them. It gets one task and answers it.
import start, { Pack, read, write } from './office.js';

/** A time as the clock on the wall shows it. */
const clock = (at) => {
  const time = new Date(at);
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate(), time.getHours(), time.getMinutes(), time.getSeconds()];
  return Uint16Array.from(parts);
};

/**
 * An archive of the workbook, texts and files, each with its name. A file is read when its turn has come, and what is done with is
 * left to the browser, which need not keep it in memory.
 */
async function packed({ book, bookName, texts, files, at }) {
  const pack = new Pack();
  const parts = [];
  const add = (name, content, time) => {
    const done = content && pack.add(name, content, clock(time));
    if (!done) throw new Error(`${name} cannot be added`);
    parts.push(new Blob([done]));
  };
  for (const { name, text } of texts) add(name, new TextEncoder().encode(text), at);
  add(bookName, write(book), at);
  for (const file of files) add(file.name, new Uint8Array(await file.content.arrayBuffer()), file.at);
  parts.push(pack.finish());
  return new Blob(parts, { type: 'application/zip' });
}

onmessage = async ({ data }) => {
  await start({ module_or_path: new URL('./office_bg.wasm', import.meta.url) });
  if (data.pack) {
    // The page hears of what was thrown only if it is told.
    return postMessage(await packed(data.pack).catch(() => null));
  }
  const answer = data.book === undefined ? read(data.bytes) : write(data.book);
  postMessage(answer ?? null);
};
