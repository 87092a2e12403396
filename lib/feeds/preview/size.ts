/** In pixels: what Facebook, Mastodon, Signal and the others ask for. */
export const previewSize = { width: 1200, height: 630 };
