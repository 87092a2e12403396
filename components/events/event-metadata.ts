import type { Metadata } from "next";
import { formatWhen } from "@/lib/core/dates/when";
import { calendarFilePath, eventPath } from "@/lib/core/paths";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import type { EventDetails } from "@/lib/events/queries";
import { isListed } from "@/lib/events/rules";
import { pictureSources } from "@/lib/media/sources";

/** What search engines, messengers and feed readers are told; an event that is not for all is not to be indexed. */
export function eventMetadata(
  { event, picture }: EventDetails,
  { origin, locale }: { origin: string; locale: string },
): Metadata {
  const url = origin + eventPath(event.slug);
  const description = summary(event, locale);
  const sources = pictureSources(picture);
  const images = sources
    ? [{ url: origin + sources.src, width: sources.width, height: sources.height, alt: sources.alt }]
    : undefined;
  return {
    title: event.title,
    description,
    alternates: { canonical: url, types: { "text/calendar": origin + calendarFilePath(event.slug) } },
    openGraph: {
      type: "website",
      siteName: "Carillon",
      title: event.title,
      description,
      url,
      locale,
      images,
    },
    twitter: { card: images ? "summary_large_image" : "summary" },
    ...(isListed(event) ? {} : { robots: { index: false } }),
  };
}

/** "Thursday 26 November 2026, 19:00 – 22:00 · Maison des Associations. Toasters, lamps…" */
function summary(event: EventDetails["event"], locale: string): string {
  const { startsAt, endsAt, zone, placeName, placeAddress } = event;
  const when = startsAt && formatWhen({ startsAt, endsAt, zone, locale });
  const head = [when, placeName || placeAddress].filter(Boolean).join(" · ");
  return excerpt([head, plainText(event.descriptionHtml)].filter(Boolean).join(". "), 200);
}
