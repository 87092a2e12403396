import type { Metadata, Viewport } from "next";
import type { Locale } from "@/lib/core/locale";
import { pageColors } from "@/lib/core/look/accent";
import { bellPath, iconPath } from "@/lib/core/look/paths";
import { inLanguage } from "@/lib/core/text/in-language";
import type { InstanceFrame } from "@/lib/instance/frame";

/** What every page says about itself unless it says better. */
export function siteMetadata({ name, shortDescription, look }: InstanceFrame, locale: Locale): Metadata {
  return {
    title: { default: name, template: `%s · ${name}` },
    description: inLanguage(shortDescription, locale)?.text,
    openGraph: { siteName: name },
    icons: iconsOf(look),
    manifest: "/manifest.webmanifest",
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

/** The bars of browsers take the colour that administrators chose, or that of paper. */
export function siteViewport({ look: { accentLight, accentDark } }: InstanceFrame): Viewport {
  return {
    width: "device-width",
    initialScale: 1,
    themeColor: [
      { media: "(prefers-color-scheme: light)", color: accentLight ?? pageColors.light.paper },
      { media: "(prefers-color-scheme: dark)", color: accentDark ?? pageColors.dark.paper },
    ],
  };
}

function iconsOf({ icon, ...accents }: InstanceFrame["look"]): Metadata["icons"] {
  if (!icon) return { icon: { url: bellPath(accents), type: "image/svg+xml" } };
  return {
    icon: ([32, 192] as const).map((size) => ({
      url: iconPath(icon, size),
      type: "image/png",
      sizes: `${size}x${size}`,
    })),
    apple: { url: iconPath(icon, 180), sizes: "180x180" },
  };
}
