import type { Metadata } from "next";
import { feedTypes } from "@/components/events/feed-types";
import { identityPath } from "@/lib/core/paths";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import type { Profile } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";

/** What search engines and messengers are told of an identity. */
export function profileMetadata(
  { name, handle, summaryHtml, avatar, visibility }: Profile,
  origin: string,
): Metadata {
  const url = origin + identityPath(handle);
  const title = `${name} (@${handle})`;
  const description = excerpt(plainText(summaryHtml), 200) || undefined;
  const feeds = { kind: "identity", handle } as const;
  const picture = pictureSources(avatar);
  return {
    title,
    description,
    // There are no feeds of those whose page is not for everybody.
    alternates: { canonical: url, types: visibility === "public" ? feedTypes(feeds, origin) : undefined },
    openGraph: {
      type: "profile",
      siteName: "Carillon",
      title,
      description,
      url,
      images: picture ? [origin + picture.src] : undefined,
    },
  };
}
