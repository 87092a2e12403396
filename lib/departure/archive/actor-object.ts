import type { ActorField, ActorRow } from "@/db/schema/actors";
import type { Media } from "@/db/schema/media";
import { pictureObject } from "./picture-object";

export type ArchivedActor = {
  actor: ActorRow;
  fields: ActorField[];
  avatar: Media | null;
  banner: Media | null;
};

/** An identity as ActivityStreams has it. */
export function actorObject({ actor, fields, avatar, banner }: ArchivedActor): object {
  return {
    id: actor.uri,
    type: "Person",
    url: actor.uri,
    preferredUsername: actor.handle,
    name: actor.name,
    summary: actor.summaryHtml,
    source: { content: actor.summary, mediaType: "text/markdown" },
    discoverable: actor.visibility === "public",
    icon: avatar ? pictureObject(avatar) : undefined,
    image: banner ? pictureObject(banner) : undefined,
    attachment: fields.map(({ name, value, verifiedAt }) => ({
      type: "PropertyValue",
      name,
      value,
      verified: verifiedAt?.toISOString(),
    })),
    outbox: "outbox.json",
    published: actor.createdAt.toISOString(),
    updated: actor.updatedAt.toISOString(),
  };
}
