import type { NextConfig } from "next";

/** What pages cost that do nothing, with the same Next.js. How much text they have is said when they are built. */
const config: NextConfig = {
  poweredByHeader: false,
  env: {
    STATIC_PARAGRAPHS: process.env.STATIC_PARAGRAPHS,
    DYNAMIC_PARAGRAPHS: process.env.DYNAMIC_PARAGRAPHS,
  },
};

export default config;
