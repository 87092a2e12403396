import { env } from "@/lib/core/env";
import { paths } from "@/lib/core/paths";
import { escapeXml } from "@/lib/core/text/xml";
import { linkOf } from "@/lib/identities/rules";
import type { Document } from "../activity";
import { collectionUri, inboxUri, sharedInboxUri } from "../uris";
import { known } from "./known";
import { imageDocument } from "./picture";
import { absoluteHtml } from "./text";
import type { ToldActor } from "./told";

/**
 * An identity of this server, or the server itself. Of one whose page is not for everybody only what stands beside its
 * words: name and face. No times: those at which identities were made or edited could tie them together.
 */
export function actorDocument(actor: ToldActor): Document {
  const { uri } = actor;
  const isServer = actor.kind === "application";
  const isOpen = actor.visibility === "public";
  return known({
    type: { person: "Person", group: "Group", application: "Application" }[actor.kind],
    id: uri,
    url: isServer ? env().ORIGIN + paths.about : uri,
    preferredUsername: actor.handle,
    name: actor.name || actor.handle,
    summary: isOpen ? absoluteHtml(actor.summaryHtml) : null,
    inbox: isServer ? sharedInboxUri() : inboxUri(uri),
    outbox: collectionUri(uri, "outbox"),
    followers: collectionUri(uri, "followers"),
    following: collectionUri(uri, "following"),
    upcomingEvents: collectionUri(uri, "upcomingEvents"),
    endpoints: { sharedInbox: sharedInboxUri() },
    manuallyApprovesFollowers: !isOpen,
    discoverable: isOpen && !actor.limitedAt,
    icon: imageDocument(actor.avatar),
    image: isOpen ? imageDocument(actor.banner) : null,
    attachment: isOpen && actor.fields.length > 0 ? actor.fields.map(fieldOf) : null,
    publicKey: { id: actor.key.uri, owner: uri, publicKeyPem: actor.key.publicPem },
  });
}

/** As Mastodon reads them: a link to a page that links back shows as verified there too. */
function fieldOf({ name, value }: ToldActor["fields"][number]): Document {
  const href = linkOf(value);
  const shown = escapeXml(value);
  const html = href ? `<a href="${escapeXml(href)}" rel="me nofollow noopener">${shown}</a>` : shown;
  return { type: "PropertyValue", name, value: html };
}
