import type { EventMetadata } from "@/db/schema/events";
import type { Document } from "../activity";
import { documentsIn, typesOf } from "../read";
import { addressIn, plainLineIn, wordIn } from "./read-text";

type Links = { onlineUrl: string; ticketUrl: string; priceNote: string; metadata: EventMetadata[] };

const MOST = 40;

/** What it costs, as a pair of words. */
const PRICE = "mz:plain:price";

/** Mobilizon's words for where tickets are sold. */
const ticketKeys = ["mz:ticket:external_url", "mz:ticket:price_url"];

/** What stands in the attachments beside pictures: its page, tickets, accessibility, streams and pairs of their own. */
export function readLinks({ attachment }: Document): Links {
  const attached = documentsIn(attachment, 100);
  const told = attached.filter((one) => typesOf(one).includes("PropertyValue")).flatMap(pairIn);
  const website = attached.find((one) => typesOf(one).includes("Link") && one.name === "Website");
  return {
    onlineUrl: website ? addressIn(website) : "",
    ticketUrl: told.find(({ key }) => ticketKeys.includes(key))?.value ?? "",
    priceNote: told.find(({ key }) => key === PRICE)?.value ?? "",
    metadata: told.filter(({ key }) => key !== PRICE && !ticketKeys.includes(key)).slice(0, MOST),
  };
}

/** Accessibility and pairs of their own are words; all else of Mobilizon's is an address, or nothing. */
function pairIn(one: Document): EventMetadata[] {
  const key = typeof one.propertyID === "string" ? one.propertyID.slice(0, 100) : "";
  if (!/^mz:[\w:-]+$/.test(key)) return [];
  const isText = /^mz:(?:accessibility|plain):/.test(key);
  const value = isText ? plainLineIn(wordIn(one.value), 250) : addressIn(one.value);
  const title = plainLineIn(one.name, 60);
  if (!value || (key.startsWith("mz:plain:") && !title)) return [];
  return [{ key, value, ...(title && { title }) }];
}
