// Keeps the site in this browser, so that a later visit needs no network. The build names the worker that does it in the page; a site
// that is only tried has none.

/** How often a page that stays open asks for a newer release, in milliseconds. */
const INTERVAL = 60 * 60 * 1000;

/**
 * Has the site kept. `scriptOf` makes the address of a script that the browser lets through.
 * @param {(file: string) => string} scriptOf
 */
export async function keep(scriptOf) {
  const { serviceWorker } = navigator;
  // Where storage is forbidden, merely asking throws.
  if (!serviceWorker) return;
  const named = document.querySelector('meta[name="service-worker"]');
  if (!named) {
    for (const old of await serviceWorker.getRegistrations()) await old.unregister();
    return;
  }
  const registration = await serviceWorker.register(scriptOf(named.content), { updateViaCache: 'none' });
  offerWhenReady(registration);
  registration.addEventListener('updatefound', () => {
    const coming = registration.installing;
    coming?.addEventListener('statechange', () => offerWhenReady(registration));
  });
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < INTERVAL) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

/** Says that a newer release is here as a whole. It is used when the person says so, or when no page of the old one is open. */
function offerWhenReady(registration) {
  if (!registration.waiting || !navigator.serviceWorker.controller) return;
  const notice = document.getElementById('update');
  notice.hidden = false;
  const [use, later] = notice.querySelectorAll('button');
  later.onclick = () => (notice.hidden = true);
  use.onclick = () => {
    // Whatever waits to be saved is saved when the page goes; what cannot be saved makes the browser ask.
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting?.postMessage('take over');
  };
}
