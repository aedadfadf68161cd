// Loads the page again once another build is there: each change of a file reaches the text of the page. Only `serve --watch`
// adds this script.
const current = async () => {
  const response = await fetch(document.baseURI.split('#')[0], { cache: 'no-store' });
  if (!response.ok) throw new Error(response.statusText);
  return response.text();
};

let shown;
async function look() {
  try {
    const now = await current();
    shown ??= now;
    if (now !== shown) return location.reload();
  } catch {
    // The server is not there at the moment.
  }
  setTimeout(look, 500);
}
look();
