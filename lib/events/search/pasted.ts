import { safePath } from "@/lib/core/paths";

/** Where an address leads that somebody typed instead of words; `elsewhere`: on that server. */
export type Pasted = { path: string } | { handle: string } | { elsewhere: string };

/** Reads addresses of pages and "@name", "@name@server"; null for words. `origin` is this server's. */
export function pastedAddress(text: string, origin: string): Pasted | null {
  const [, handle, host] = /^@([a-z0-9_.-]{1,64})(?:@([a-z0-9.:-]{1,253}))?$/i.exec(text) ?? [];
  if (handle) return hostIs(host, origin) ? { handle: handle.toLowerCase() } : { elsewhere: host! };
  if (!/^https?:\/\/\S+$/i.test(text) || !URL.canParse(text)) return null;
  const { origin: asked, host: server, pathname, search } = new URL(text);
  return asked === origin ? { path: safePath(pathname + search) } : { elsewhere: server };
}

function hostIs(host: string | undefined, origin: string): boolean {
  return host === undefined || host.toLowerCase() === new URL(origin).host;
}
