/** Pages rendered for whoever asks that may hold a map. Kept pages say it themselves, by `mapTag`. */
const pagesWithMap = /^\/(?:search|places\/[^/]+|events\/[^/]+(?:\/[a-z]+)?)$/;

/** The server that the pictures of a map come from, out of their address; null: there are no maps. */
export function tileOrigin(template: string | null): string | null {
  const parsed = template ? URL.parse(template) : null;
  return parsed && ["http:", "https:"].includes(parsed.protocol) ? parsed.origin : null;
}

export function mayHoldMap(path: string): boolean {
  return pagesWithMap.test(path);
}
