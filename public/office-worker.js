// The worker in which workbooks are written and read. It gets one task and answers it.
import start, { read, write } from './office.js';

onmessage = async ({ data }) => {
  await start({ module_or_path: new URL('./office_bg.wasm', import.meta.url) });
  const answer = data.book === undefined ? read(data.bytes) : write(data.book);
  postMessage(answer ?? null);
};
