import sharp from "sharp";
import { escapeXml } from "@/lib/core/text/xml";
import type { Font } from "./fonts";

type Setting = {
  font: Font;
  /** In pixels; the first at which the text fits the box, else the last. */
  sizes: number[];
  colour: string;
  width: number;
  height: number;
};

export type SetText = { bytes: Buffer; width: number; height: number };

/**
 * A text as a picture, broken into lines. Right-to-left and joined letters are set as they should; letters that our
 * fonts lack are taken from the system's. Null for a text of nothing that can be drawn.
 */
export async function setText(text: string, setting: Setting): Promise<SetText | null> {
  const line = drawable(text);
  if (!line) return null;
  await loadFonts(setting.font);
  const { sizes, height, ...rest } = setting;
  let set: SetText | null = null;
  for (const size of sizes) {
    set = await setOnce(line, { ...rest, size });
    if (set.height <= height && set.width <= setting.width) return set;
  }
  return set && cut(set, setting);
}

/** Emoji go: they look different everywhere, and a server rarely has a font for them. */
export function drawable(text: string): string {
  return text.replace(emoji, "").replace(/\s+/g, " ").trim();
}

const emoji =
  /\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\u200d|\ufe0f)*|\p{Regional_Indicator}|\ufe0f|\u20e3|[\u{e0020}-\u{e007f}]/gu;

async function setOnce(
  text: string,
  { font, size, colour, width }: Omit<Setting, "sizes" | "height"> & { size: number },
) {
  const markup = `<span foreground="${colour}">${escapeXml(text)}</span>`;
  const { data, info } = await sharp({
    text: { text: markup, font: `${font.name} ${size}`, width, rgba: true, wrap: "word-char", dpi: 72 },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

async function cut({ bytes, ...size }: SetText, limit: { width: number; height: number }): Promise<SetText> {
  const [width, height] = [Math.min(size.width, limit.width), Math.min(size.height, limit.height)];
  return { bytes: await sharp(bytes).extract({ left: 0, top: 0, width, height }).toBuffer(), width, height };
}

/** The library learns a font from a file when it sets a text with it, and then knows it for good. */
async function loadFonts({ name, files }: Font): Promise<void> {
  for (const fontfile of files.filter((file) => !known.has(file))) {
    await sharp({ text: { text: "a", font: `${name} 12`, fontfile } }).toBuffer();
    known.add(fontfile);
  }
}

const known = new Set<string>();
