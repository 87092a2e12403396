import type { Metadata } from "next";
import { formatWhen } from "@/lib/core/dates/when";
import { calendarFilePath, eventPath } from "@/lib/core/paths";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import { isListed } from "@/lib/events/rules";
import { linkImageOf } from "@/lib/feeds/preview/image";
import { publicPlaceOf } from "@/lib/feeds/public-place";
import type { EventPage } from "@/lib/participation/event-page";

/** What search engines, messengers and feed readers are told; what is not for all, or of another server, is not to be indexed. */
export function eventMetadata(
  page: EventPage,
  { origin, locale, siteName }: { origin: string; locale: string; siteName: string },
): Metadata {
  const { event } = page;
  const url = page.remote?.url ?? origin + eventPath(event.slug);
  const description = summary(page, locale);
  const image = linkImageOf(page);
  return {
    title: event.title,
    description,
    alternates: {
      canonical: url,
      types: {
        "text/calendar": origin + calendarFilePath(event.slug),
        ...(event.publishedAt && { "application/activity+json": event.uri }),
      },
    },
    openGraph: {
      type: "website",
      siteName,
      title: event.title,
      description,
      url,
      locale: territories[locale] ?? locale,
      images: image
        ? [{ url: origin + image.path, width: image.width, height: image.height, alt: image.alt }]
        : undefined,
    },
    twitter: { card: image ? "summary_large_image" : "summary" },
    ...(isListed(event) && !page.remote ? {} : { robots: { index: false } }),
  };
}

/** Open Graph wants a language with a country. */
const territories: Record<string, string> = { en: "en_GB", fr: "fr_FR" };

/** "Thursday 26 November 2026, 19:00 – 22:00 · Maison des Associations. Toasters, lamps…" */
function summary({ event, place }: EventPage, locale: string): string {
  const { startsAt, endsAt, zone } = event;
  const when = startsAt && formatWhen({ startsAt, endsAt, zone, locale });
  const told = publicPlaceOf(event, place);
  const head = [when, told?.name || told?.address].filter(Boolean).join(" · ");
  return excerpt([head, plainText(event.descriptionHtml)].filter(Boolean).join(". "), 200);
}
