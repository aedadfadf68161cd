// Shows the chart that stands behind # of this page's own address: its picture, its numbers, its source and its day. Nothing of it is
// run: the picture is shown as an image, all else as words. It keeps nothing and asks nobody.
'use strict';

{
  /** No longer address is read, and no more comes out of it. */
  const [LETTERS, BYTES] = [200_000, 4_000_000];

  /** The bytes that were compressed, or as many as may be. */
  async function inflated(bytes) {
    const parts = [];
    let size = 0;
    for await (const part of pieces(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')))) {
      size += part.length;
      if (size > BYTES) throw new RangeError('too much');
      parts.push(part);
    }
    return new Blob(parts).text();
  }

  async function* pieces(stream) {
    const reader = stream.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  }

  async function read() {
    const [, letters] = /^#1([\w-]+)$/.exec(location.hash) ?? [];
    if (!letters || letters.length > LETTERS) throw new TypeError('no chart');
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    const chart = JSON.parse(await inflated(Uint8Array.from(binary, (letter) => letter.charCodeAt(0))));
    const { title, source, day, svg, head, rows } = chart;
    const areTexts = (list) => Array.isArray(list) && list.every((text) => typeof text === 'string');
    if (!areTexts([title, source, day, svg]) || !areTexts(head) || !Array.isArray(rows) || !rows.every(areTexts)) {
      throw new TypeError('no chart');
    }
    return chart;
  }

  const at = (id) => document.getElementById(id);

  function show({ title, source, day, svg, head, rows }) {
    document.title = title;
    at('title').textContent = title;
    at('source').textContent = source;
    at('day').textContent = at('day').dataset.text.replace('{day}', day);
    const picture = at('picture');
    picture.alt = title;
    picture.onerror = () => (picture.hidden = true);
    picture.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    const line = (texts, tag) => {
      const row = document.createElement('tr');
      row.append(...texts.map((text) => Object.assign(document.createElement(tag), { textContent: text })));
      return row;
    };
    at('numbers').tHead.replaceChildren(line(head, 'th'));
    at('numbers').tBodies[0].replaceChildren(...rows.slice(0, 2000).map((row) => line(row, 'td')));
    at('frozen').hidden = false;
  }

  addEventListener('DOMContentLoaded', () => {
    read()
      .then(show)
      .catch(() => (at('broken').hidden = false));
  });
  addEventListener('hashchange', () => location.reload());
}
