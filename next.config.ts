import { fileURLToPath } from "node:url";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { locales } from "./lib/core/locale";
import { fixedHeaders } from "./lib/web/security/headers";
import { chooseMemberPage, chooseVisitorPage } from "./lib/web/visitor/rewrites";

const config: NextConfig = {
  poweredByHeader: false,
  cacheHandler: fileURLToPath(new URL("lib/web/visitor/cache-handler.ts", import.meta.url)),
  cacheMaxMemorySize: 0,
  // `npm run check` checks types, tests included; whoever only wants to start need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Titles and descriptions belong in the head for everybody, not only for known robots: most pages run no script.
  htmlLimitedBots: /.*/,
  serverExternalPackages: [
    "graphile-worker",
    "pino",
    "sharp",
    "@node-rs/argon2",
    "postgres",
    "nodemailer",
    "resend",
  ],
  experimental: {
    serverActions: { bodySizeLimit: "22mb", allowedOrigins: originHost() },
  },
  async rewrites() {
    return { beforeFiles: chooseVisitorPage(locales), afterFiles: chooseMemberPage(locales), fallback: [] };
  },
  async headers() {
    return fixedHeaders();
  },
};

/** Read again at every start: the address is not known when the app is built. */
function originHost(): string[] {
  const { ORIGIN } = process.env;
  return ORIGIN && URL.canParse(ORIGIN) ? [new URL(ORIGIN).host] : [];
}

export default createNextIntlPlugin("./lib/web/i18n.ts")(config);
