import { bellName } from "./bell";
import { type Accents, stylesheetName } from "./stylesheet";

type Picture = { digest: string };

/** The stylesheet with the colours of this server; null where they are ours. */
export function stylesheetPath(accents: Accents): string | null {
  const name = stylesheetName(accents);
  return name && `/look/${name}`;
}

/** What browsers show beside the title where there is no own icon. */
export function bellPath(accents: Accents): string {
  const name = bellName(accents);
  return name ? `/look/${name}` : "/favicon.svg";
}

export function logoPath({ digest }: Picture, shade: "light" | "dark"): string {
  return `/look/${shade === "dark" ? "logo-dark" : "logo"}-${digest}.png`;
}

/** `size`: one of those that lib/media/look draws. */
export function iconPath({ digest }: Picture, size: 32 | 180 | 192 | 512): string {
  return `/look/icon-${size}-${digest}.png`;
}
