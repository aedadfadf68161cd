// For a page that shows pieces of this site in frames: each frame becomes as high as its piece says it is.
'use strict';

{
  const pieces = new URL('./embed/', document.currentScript.src).href;
  addEventListener('message', ({ data, source }) => {
    if (data?.type !== 'water-ledger:height' || !(data.height >= 40 && data.height <= 5000)) return;
    const frames = [...document.querySelectorAll('iframe')];
    const frame = frames.find((one) => one.contentWindow === source && one.src.startsWith(pieces));
    if (frame) frame.style.height = `${Math.ceil(data.height)}px`;
  });
}
