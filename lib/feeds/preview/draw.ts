import sharp, { type OverlayOptions } from "sharp";
import { posterMarkup } from "@/lib/feeds/poster/markup";
import { posterOf, posterSize } from "@/lib/feeds/poster/poster";
import type { PreviewFacts } from "./facts";
import { type Fonts, previewFonts } from "./fonts";
import { coloursIn, inksOf } from "./inks";
import { type SetText, setText } from "./set-text";
import { previewSize } from "./size";

const poster = { height: 276, scale: previewSize.width / posterSize.width };
const date = { left: 64, top: 196, width: 168, height: 196, head: 52 };
const column = { left: 272, width: 864 };
const titleTop = 312;
const mostBytes = 300_000;

/** The preview of an event as a PNG: its poster, the date block, and in big letters what, when and where. */
export async function drawPreview(facts: PreviewFacts): Promise<Uint8Array> {
  const fonts = await previewFonts();
  const texts = [...(await dateTexts(facts, fonts)), ...(await columnTexts(facts, fonts))];
  const picture = sharp(Buffer.from(frame(facts))).composite(texts.filter((text) => text !== null));
  const plain = await picture.png({ compressionLevel: 9 }).toBuffer();
  if (plain.length <= mostBytes) return plain;
  return sharp(plain).png({ palette: true, quality: 90 }).toBuffer();
}

/** Everything that is no text. */
function frame({ seed, category, accents }: PreviewFacts): string {
  const colours = coloursIn(accents);
  const { palette, paths } = posterOf(seed, category);
  const inks = inksOf(palette, accents);
  const { width, height } = previewSize;
  const shift = (posterSize.height * poster.scale - poster.height) / 2;
  const box = `x="${date.left}" y="${date.top}" width="${date.width}" height="${date.height}" rx="16"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <clipPath id="top"><rect width="${width}" height="${poster.height}"/></clipPath>
    <clipPath id="date"><rect ${box}/></clipPath>
    <rect width="${width}" height="${height}" fill="${colours.paper}"/>
    <g clip-path="url(#top)">
      <rect width="${width}" height="${poster.height}" fill="${inks.ground}"/>
      <g transform="translate(0 ${-shift}) scale(${poster.scale})" fill="none" stroke-linecap="round">
        ${posterMarkup(paths, (ink) => inks[ink])}
      </g>
    </g>
    <rect ${box} fill="${colours.sheet}"/>
    <rect x="${date.left}" y="${date.top}" width="${date.width}" height="${date.head}" fill="${colours.bell}" clip-path="url(#date)"/>
    <rect ${box} fill="none" stroke="${colours.line}" stroke-width="3"/>
  </svg>`;
}

async function dateTexts(
  { date: { weekday, day, month }, accents }: PreviewFacts,
  { display, strong }: Fonts,
) {
  const colours = coloursIn(accents);
  const width = date.width - 16;
  const centred = (text: SetText | null, middle: number) =>
    text && {
      input: text.bytes,
      left: Math.round(date.left + (date.width - text.width) / 2),
      top: Math.round(date.top + middle - text.height / 2),
    };
  const set = (text: string, font: Fonts["display"], colour: string, sizes: number[]) =>
    setText(text, { font, colour, sizes, width, height: 90 });
  return [
    centred(await set(weekday.toLocaleUpperCase(), strong, colours.onBell, [25, 21, 17]), date.head / 2),
    centred(await set(day, display, colours.ink, [84, 60, 46]), date.head + 56),
    centred(await set(month, strong, colours.inkSoft, [30, 26, 22]), date.height - 28),
  ];
}

async function columnTexts(
  { title, when, where, note, host, accents }: PreviewFacts,
  { display, strong, plain }: Fonts,
) {
  const { width } = column;
  const colours = coloursIn(accents);
  const heading = await setText(title, {
    ...{ font: display, colour: colours.ink, width, height: 184 },
    sizes: [74, 66, 58, 50, 43],
  });
  const line = { font: plain, colour: colours.inkSoft, width, height: 40, sizes: [32, 29, 26, 23] };
  const last = [note, where].filter(Boolean).join(" · ");
  const lines = [
    heading,
    await setText(when, { ...line, font: strong, colour: colours.ink }),
    await setText(last, note ? { ...line, font: strong, colour: colours.warning } : line),
  ];
  return [...below(lines), await corner(host, { font: strong, colour: colours.inkSoft })];
}

/** One under the other, with more room below the title. */
function below(lines: (SetText | null)[]): OverlayOptions[] {
  let top = titleTop;
  return lines.flatMap((line, index) => {
    if (!line) return [];
    const placed = { input: line.bytes, left: column.left, top };
    top += line.height + (index === 0 ? 38 : 20);
    return [placed];
  });
}

/** Which server it is on, below the date block. */
async function corner(
  host: string,
  ink: { font: Fonts["strong"]; colour: string },
): Promise<OverlayOptions | null> {
  const text = await setText(host, {
    ...{ ...ink, sizes: [22, 19, 16, 13], width: date.width + 16, height: 56 },
  });
  return text && { input: text.bytes, left: date.left, top: date.top + date.height + 24 };
}
