// Loads the parts of the app's code that come with the pages that need them.

/** What the parts share with the main module: its memory, its table of functions, its stack. */
let shared;

/** Takes over what the main module exports, before any part is loaded. */
export const provide = (exports) => {
  shared = exports;
};

/** The parts that are here or on their way, by address. */
const parts = new Map();

function part(file) {
  if (!parts.has(file)) {
    const response = fetch(new URL(file, import.meta.url));
    const loading = WebAssembly.instantiateStreaming(response, { shared, __wasm_split: shared });
    parts.set(file, loading);
    // A part that did not come is asked for again the next time.
    loading.catch(() => parts.delete(file));
  }
  return parts.get(file);
}

/** What the main module calls to load a page: it is called back when all files are there, or as soon as one does not come. */
const load = (files) => async (callback, data) => {
  let isThere = true;
  try {
    await Promise.all(files.map(part));
  } catch (error) {
    console.error(error);
    isThere = false;
  }
  shared.__indirect_function_table.get(callback)(data, isThere);
};

