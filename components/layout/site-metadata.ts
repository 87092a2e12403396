import type { Metadata, Viewport } from "next";

/** What every page says about itself unless it says better. */
export const siteMetadata: Metadata = {
  title: { default: "Carillon", template: "%s · Carillon" },
  icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export const siteViewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf7f0" },
    { media: "(prefers-color-scheme: dark)", color: "#17141f" },
  ],
};
