// @ts-check
// What the browser complains about, from a failed request to a violated policy.

/**
 * Collects whatever the browser complains about in any page of a context.
 * @param {import('@playwright/test').BrowserContext} context
 * @param {string} origin the only one that may be asked for anything
 */
export async function collectComplaints(context, origin) {
  /** @type {string[]} */
  const complaints = [];
  context.on('console', (message) => {
    // Tests that block the worker for later visits are told so.
    const isBlocked = message.text().includes('Service Worker registration blocked');
    if (['error', 'warning'].includes(message.type()) && !isBlocked) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error()}`));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const isOwn = request.url().startsWith(`${origin}/`) || /^(blob|data):/.test(request.url());
    if (!isOwn) complaints.push(`request to ${request.url()}`);
  });
  context.on('requestfailed', (request) => {
    // A page that is left or reloaded aborts what it no longer needs.
    const reason = request.failure()?.errorText ?? '';
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} ${reason}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy violated: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return complaints;
}
