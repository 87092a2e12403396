/** Ports of the web, and those that need no privileges: never mail, databases of old, or a printer. */
function isPortOfWeb(port: string): boolean {
  return port === "" || port === "80" || port === "443" || Number(port) >= 1024;
}

/**
 * An address that may be asked for, or null: http or https, without a name and password inside, on a port that web
 * servers have. The parser spells every literal IP address in one way (`http://0x7f.1` is 127.0.0.1); whom it
 * leads to is checked when it is connected to.
 */
export function allowedUrl(address: string | URL, base?: URL): URL | null {
  const url = URL.parse(address, base);
  if (!url || !["http:", "https:"].includes(url.protocol)) return null;
  return url.username === "" && url.password === "" && isPortOfWeb(url.port) ? url : null;
}
