import { env } from "@/lib/core/env";
import { asLocale } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import { tagPath } from "@/lib/core/paths";
import type { Document } from "../activity";
import { bannerDocument, imageDocument } from "./picture";
import { onlineUrlOf } from "./place";
import type { ToldEvent } from "./told";

/**
 * What hangs on an event, in the only order that Gancio and Mobilizon both read: the picture first, the link called
 * "Website", then facts. Everything has a `mediaType`: Gancio looks for its picture by it and throws without.
 */
export function attachmentsOf({ event, picture, textPictures }: ToldEvent): Document[] {
  const inText = textPictures.map((one) => imageDocument(one, one.alt || one.name));
  const pictures = [bannerDocument(picture, event), ...inText].filter((one) => one !== null);
  const href = onlineUrlOf(event);
  const website = href ? [{ type: "Link", name: "Website", mediaType: "text/html", href }] : [];
  return [...pictures, ...website, ...factsOf(event)];
}

/** A word that an event is found by. */
export function hashtag(tag: string): Document {
  return { type: "Hashtag", name: `#${tag}`, href: env().ORIGIN + tagPath(tag) };
}

/** Under Mobilizon's names where it has some; the price has none there, and is a pair of words. */
function factsOf({ metadata, ticketUrl, priceNote, language }: ToldEvent["event"]): Document[] {
  const tickets = translator(asLocale(language), "event")("tickets");
  return [
    ...metadata.map(({ key, value, title }) => fact(key, value, title)),
    ...(ticketUrl ? [fact("mz:ticket:external_url", ticketUrl)] : []),
    ...(priceNote ? [fact("mz:plain:price", priceNote, tickets)] : []),
  ];
}

function fact(propertyID: string, value: string, name?: string): Document {
  return { type: "PropertyValue", mediaType: "text/plain", propertyID, value, ...(name && { name }) };
}
