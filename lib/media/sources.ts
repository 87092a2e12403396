import type { Media } from "@/db/schema/media";
import { variantName } from "./name";

/** A picture in a text, as far as showing it needs. */
export type TextPicture = Pick<Media, "id" | "name" | "status" | "alt" | "width" | "height" | "widths">;

export type PictureSources = { src: string; srcSet: string; width: number; height: number; alt: string };

/**
 * What an `<img>` needs, `sizes` apart; null until the picture is ready. `src` is the largest file: for whoever
 * knows no `srcSet`, and for other servers. Addresses are paths: the origin goes in front for those.
 */
export function pictureSources(
  picture: Pick<Media, "name" | "status" | "alt" | "width" | "height" | "widths"> | null | undefined,
): PictureSources | null {
  if (picture?.status !== "ready" || !picture.width || !picture.height) return null;
  const { name, alt, width, height, widths } = picture;
  const srcSet = widths.map((each) => `${pathTo(name, each)} ${each}w`).join(", ");
  return { src: pathTo(name, width), srcSet, width, height, alt };
}

const inText = /<img src="\/media\/([a-z2-9]+)" alt="([^"]*)"([^>]*)>/g;
/** A text in pixels, on a desk; on phones it is as wide as the page. */
const textWidth = 704;
/** One picture must not fill more than a screen. */
const tallest = 640;

/** The stored HTML of a text with its pictures in all their widths; one that is not ready leaves its description. */
export function withSources(html: string, pictures: TextPicture[]): string {
  const byName = new Map(pictures.map((picture) => [picture.name, picture]));
  return html.replace(inText, (_, name: string, alt: string, rest: string) => {
    const sources = pictureSources(byName.get(name));
    if (!sources) return alt;
    const { src, srcSet } = sources;
    const { width, height } = shownSize(sources);
    const sizes = width < textWidth ? `${width}px` : `(max-width: 47.5rem) 100vw, ${textWidth}px`;
    return `<img src="${src}" srcset="${srcSet}" sizes="${sizes}" width="${width}" height="${height}" alt="${alt}"${rest}>`;
  });
}

function shownSize({ width, height }: PictureSources) {
  const scale = Math.min(1, tallest / height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.round(height * scale) };
}

function pathTo(name: string, width: number): string {
  return `/media/${variantName(name, width)}`;
}
