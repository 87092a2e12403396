/** A colour as "#rrggbb", in small letters. */
export type Color = `#${string}`;

/** WCAG 2.2, 1.4.3: what text needs. */
export const TEXT_CONTRAST = 4.5;

/** "#B4431F", "b4431f" or "#b43": null for everything that is no such colour. */
export function colorIn(text: string): Color | null {
  const digits = text.trim().replace(/^#/, "").toLowerCase();
  if (/^[0-9a-f]{6}$/.test(digits)) return `#${digits}`;
  return /^[0-9a-f]{3}$/.test(digits) ? `#${digits.replace(/./g, "$&$&")}` : null;
}

/** From 1 (the same) to 21 (black and white): WCAG 2.2, "contrast ratio". */
export function contrast(one: Color, other: Color): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** So much of the `other`, from 0 to 1, and the rest of the one. */
export function mix(one: Color, other: Color, share: number): Color {
  const parts = channels(other);
  const mixed = channels(one).map((value, index) => Math.round(value + (parts[index]! - value) * share));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

function luminance(color: Color): number {
  const [red, green, blue] = channels(color).map((value) => linear(value / 255));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function channels(color: Color): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
}
