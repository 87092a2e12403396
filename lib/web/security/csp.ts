const everywhere = {
  "default-src": "'none'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "manifest-src": "'self'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
  "base-uri": "'none'",
};

type Wishes = {
  development?: boolean /** Where a map's pictures come from, on a page with a map. */;
  tiles?: string | null;
  /** It shows another page of ours in a frame. */
  frames?: boolean;
};

/** For pages that are kept for all visitors, so without nonce: files of ours only, nothing inline. */
export function keptPagePolicy({ tiles }: Wishes = {}): string {
  return policy({ ...everywhere, ...pictures(tiles), "script-src": "'self'", "style-src": "'self'" });
}

/**
 * For pages rendered per request: files of ours, and what Next writes inline with the nonce. No `strict-dynamic`: it
 * would let our scripts load others from anywhere, and shut out the enhancement module, which has no nonce. Uploads
 * are on our origin too, but are only ever sent as pictures with `nosniff`.
 */
export function renderedPagePolicy(
  nonce: string,
  { development = false, tiles, frames = false }: Wishes = {},
): string {
  return policy({
    ...everywhere,
    ...pictures(tiles),
    ...(frames && { "frame-src": "'self'" }),
    "script-src": `'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
  });
}

/** For everything that is not a page: it can do nothing and be framed nowhere, even if a browser shows it. */
export const lifelessPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** For a mail of a demonstration, in the frame of its own page: it may look as it does in mail programs. */
export const shownLetterPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

function pictures(tiles: string | null | undefined) {
  return tiles ? { "img-src": `${everywhere["img-src"]} ${tiles}` } : {};
}

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
