// Unpacks the files that stand in this page, each under an address of its own, and starts the page with them. The build writes it into
// the single file; what a file names by its name is named by that address then.
{
  const files = JSON.parse(document.getElementById('files').textContent);
  const policy = window.trustedTypes?.createPolicy('water-ledger-file', { createScriptURL: (address) => address });
  const addresses = new Map();
  const named = () => new RegExp(`(?<![\\w-])(?:\\./)?(${[...addresses.keys()].map((name) => name.replace(/\./g, '\\.')).join('|')})(?![\\w-])`, 'g');
  const withAddresses = (text) => (addresses.size > 0 ? text.replace(named(), (_, name) => addresses.get(name)) : text);

  for (const [name, type, content, isText] of files) {
    const bytes = isText ? withAddresses(content) : Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    addresses.set(name, URL.createObjectURL(new Blob([bytes], { type })));
  }

  /** What the page itself names, also in what is not shown yet. */
  const rename = (part) => {
    for (const element of part.querySelectorAll('[href], [src], [value], meta[content]')) {
      for (const attribute of ['href', 'src', 'value', 'content']) {
        const address = addresses.get(element.getAttribute(attribute)?.replace(/^\.\//, ''));
        if (address && element.localName !== 'script') element.setAttribute(attribute, address);
      }
    }
    for (const template of part.querySelectorAll('template')) rename(template.content);
  };
  rename(document);

  const boot = addresses.get('boot.js');
  const script = document.createElement('script');
  script.src = policy?.createScriptURL(boot) ?? boot;
  document.head.append(script);
}
