import type { Metadata } from "next";
import { feedTypes } from "@/components/events/feed-types";
import { addressOf, facePath } from "@/lib/core/paths";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import type { AnyProfile } from "@/lib/identities/anywhere";
import { pictureSources } from "@/lib/media/sources";

/** What search engines and messengers are told of an identity; those of another server are not to be indexed. */
export function profileMetadata(
  { name, handle, domain, uri, summaryHtml, avatar, visibility, remote }: AnyProfile,
  { origin, siteName }: { origin: string; siteName: string },
): Metadata {
  const url = remote?.url ?? origin + facePath({ handle, domain });
  const title = `${name} (@${addressOf({ handle, domain })})`;
  const hasFeeds = visibility === "public" && !remote;
  const description = excerpt(plainText(summaryHtml), 200) || undefined;
  const feeds = { kind: "identity", handle } as const;
  const picture = pictureSources(avatar);
  return {
    title,
    description,
    // There are no feeds of those whose page is not for everybody.
    alternates: {
      canonical: url,
      types: hasFeeds ? { ...feedTypes(feeds, origin), "application/activity+json": uri } : undefined,
    },
    openGraph: {
      type: "profile",
      siteName,
      title,
      description,
      url,
      images: picture ? [origin + picture.src] : undefined,
    },
    ...(remote && { robots: { index: false } }),
  };
}
