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

/** For pages that are kept for all visitors, so without nonce: files of ours only, nothing inline. */
export function keptPagePolicy(): string {
  return policy({ ...everywhere, "script-src": "'self'", "style-src": "'self'" });
}

/**
 * For pages rendered per request. `strict-dynamic` lets only what carries the nonce, and what that loads, run: an
 * uploaded file on our own origin can never become a script. React inserts no inline styles in production.
 */
export function renderedPagePolicy(nonce: string, { development = false } = {}): string {
  return policy({
    ...everywhere,
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": `'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
  });
}

/** For everything that is not a page: it can do nothing and be framed nowhere, even if a browser shows it. */
export const lifelessPolicy =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function policy(directives: Record<string, string>): string {
  return Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
