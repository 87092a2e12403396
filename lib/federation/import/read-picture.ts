import type { Document } from "../activity";
import { documentIn, documentsIn, listOf, typesOf } from "../read";
import { addressIn, plainLineIn } from "./read-text";

/** The picture above an event. `focus` in percent from the left and from the top. */
export type ReadPicture = { url: string; alt: string; focusX: number; focusY: number };

/** The banner among the attachments, else the flyer, else the first picture; null where there is none. */
export function readPicture({ attachment, image }: Document): ReadPicture | null {
  const attached = documentsIn(attachment, 50).filter(isPicture);
  const banner = attached.find((one) => one.isBannerImage === true || one.name === "Banner");
  const flyer = listOf(image, 5)[0];
  const chosen = banner ?? flyer ?? attached[0];
  const url = addressIn(chosen);
  if (!url) return null;
  const document = documentIn(chosen) ?? {};
  return { url, alt: altOf(document), ...focusOf(document) };
}

function isPicture(one: Document): boolean {
  const types = typesOf(one);
  const mediaType = typeof one.mediaType === "string" ? one.mediaType : "";
  if (types.includes("Image")) return true;
  return types.includes("Document") && (mediaType === "" || mediaType.startsWith("image/"));
}

/** "Banner" is a role at Mobilizon, and the name of a file tells nobody anything. */
function altOf({ name, summary }: Document): string {
  const alt = plainLineIn(summary, 1000) || plainLineIn(name, 1000);
  return alt === "Banner" || /^\S+\.(?:jpe?g|png|gif|webp|avif)$/i.test(alt) ? "" : alt;
}

/** From -1 to 1, from the left and from below (as Mastodon counts). */
function focusOf({ focalPoint }: Document): Pick<ReadPicture, "focusX" | "focusY"> {
  const [x, y] = listOf(focalPoint, 2).map((number) => (isWithin(number) ? number : 0));
  return { focusX: Math.round(((x ?? 0) + 1) * 50), focusY: Math.round((1 - (y ?? 0)) * 50) };
}

function isWithin(number: unknown): number is number {
  return typeof number === "number" && number >= -1 && number <= 1;
}
