// The worker in which a figure is drawn many times over. It gets a task and answers with progress and an outcome.
import start, { simulate } from './engine.js';

onmessage = async ({ data }) => {
  await start({ module_or_path: new URL('./engine_bg.wasm', import.meta.url) });
  simulate(data, (message) => postMessage(message));
};
