import type { Context } from "@/lib/core/context";
import { env } from "@/lib/core/env";
import { identityPath, paths } from "@/lib/core/paths";
import { known } from "../objects/known";
import { imageDocument } from "../objects/picture";
import type { ToldActor } from "../objects/told";
import { SERVER_HANDLE } from "../uris";
import { loadNamed } from "./find-actor";

/**
 * What WebFinger (RFC 7033) tells of an actor of this server by `acct:name@host` or by its address; null for everybody
 * else. The server's own actor is also found by the name of the host, as Mastodon's is.
 */
export async function findFinger(ctx: Context, resource: string): Promise<object | null> {
  const name = nameIn(resource);
  const actor = name && (await loadNamed(ctx, name));
  return actor ? fingerOf(actor) : null;
}

/** Where a host tells of WebFinger (RFC 6415): asked by those who do not look in the usual place at once. */
export function hostMeta(): { rel: string; type: string; template: string } {
  const template = `${env().ORIGIN}/.well-known/webfinger?resource={uri}`;
  return { rel: "lrdd", type: "application/jrd+json", template };
}

/** As it stands in addresses: "@ada", or "relay". */
function nameIn(resource: string): string | null {
  const { origin, host } = new URL(env().ORIGIN);
  const [, handle, at] = /^(?:acct:)?@?([^@/]+)@([^@/]+)$/i.exec(resource.trim()) ?? [];
  if (handle) return at?.toLowerCase() === host ? nameOf(handle.toLowerCase(), host) : null;
  const url = URL.parse(resource);
  if (url?.origin !== origin || url.search) return null;
  if (/^\/(?:relay)?$/.test(url.pathname)) return SERVER_HANDLE;
  return /^\/(@[a-z0-9_]{1,30})\/?$/.exec(url.pathname.toLowerCase())?.[1] ?? null;
}

function nameOf(handle: string, host: string): string {
  const isServer =
    handle === SERVER_HANDLE || handle === host || handle === new URL(`http://${host}`).hostname;
  return isServer ? SERVER_HANDLE : `@${handle}`;
}

function fingerOf(actor: ToldActor): object {
  const { ORIGIN } = env();
  const isServer = actor.kind === "application";
  const page = isServer ? paths.about : identityPath(actor.handle);
  const avatar = imageDocument(actor.avatar);
  const links = [
    { rel: "self", type: "application/activity+json", href: actor.uri },
    actor.visibility === "public" && {
      rel: "http://webfinger.net/rel/profile-page",
      type: "text/html",
      href: ORIGIN + page,
    },
    avatar && known({ rel: "http://webfinger.net/rel/avatar", type: avatar.mediaType, href: avatar.url }),
    { rel: "http://ostatus.org/schema/1.0/subscribe", template: `${ORIGIN}/interact?uri={uri}` },
  ];
  return {
    subject: `acct:${actor.handle}@${new URL(ORIGIN).host}`,
    aliases: [actor.uri],
    links: links.filter(Boolean),
  };
}
