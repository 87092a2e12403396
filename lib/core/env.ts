import { resolve } from "node:path";
import { z } from "zod";
import { oidcProviders } from "./oidc-providers";
import {
  choice,
  hiddenText,
  httpOrigin,
  mailAddress,
  networkAddress,
  tileAddress,
  url,
  wholeNumber,
} from "./setting-kinds";

const fields = {
  DATABASE_URL: url(["postgres:", "postgresql:"], "postgres://user:password@host:5432/database").optional(),
  DATABASE_WAIT: wholeNumber(0, 3600).default(30),
  HOST: networkAddress().default("127.0.0.1"),
  PORT: wholeNumber(1, 65_535).default(3000),
  ORIGIN: httpOrigin().optional(),
  DATA_DIR: z.string().default("./data"),
  SECRET: hiddenText(32, "make one with: openssl rand -hex 32").optional(),
  MAIL_FROM: mailAddress().optional(),
  RESEND_API_KEY: hiddenText(8, "copy it from your Resend account").optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtp://user:password@host:587").optional(),
  SOURCE_URL: url(["http:", "https:"], "https://git.example.org/carillon").optional(),
  SIGN_UP_DELAY: wholeNumber(0, 120).default(10),
  OIDC_PROVIDERS: oidcProviders().default([]),
  GEOCODER: choice(["none", "nominatim", "photon", "addok"]).default("none"),
  GEOCODER_URL: url(["http:", "https:"], "https://photon.example.org").optional(),
  MAP_TILES: tileAddress().optional(),
  MAP_ATTRIBUTION: z.string().default("© OpenStreetMap contributors"),
  METRICS_TOKEN: hiddenText(16, "make one with: openssl rand -hex 32").optional(),
  DEMO: choice(["0", "1"]).default("0"),
  LOG_LEVEL: choice(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  ALLOW_PRIVATE_NETWORK: choice(["on", "off"]).default("off"),
  WORKER: choice(["on", "off"]).default("on"),
  WORKER_CONCURRENCY: wholeNumber(1, 100).default(5),
  FEDERATION_CONCURRENCY: wholeNumber(1, 100).default(20),
};

/** Every setting of Carillon; all are optional. Told to people in docs/administration.md and .env.example. */
const settingsSchema = z.object(fields).transform(({ ORIGIN, MAIL_FROM, DATA_DIR, ...rest }) => {
  const origin = ORIGIN ?? `http://localhost:${rest.PORT}`;
  const from = MAIL_FROM ?? `Carillon <carillon@${new URL(origin).hostname}>`;
  return { ...rest, ORIGIN: origin, MAIL_FROM: from, DATA_DIR: resolve(DATA_DIR) };
});

export type Settings = z.output<typeof settingsSchema>;

/** Names of all settings, to check the documentation and to know what a process may be given. */
export const settingNames = Object.keys(fields) as (keyof Settings)[];

const shared = globalThis as { carillonSettings?: Settings };

/** The settings of this process, read at first use: building and most tests need none. */
export function env(): Settings {
  shared.carillonSettings ??= settingsOrThrow();
  return shared.carillonSettings;
}

/** The server's secret. The launcher makes and keeps one (`data/secrets.json`) unless SECRET is set. */
export function secret(): string {
  const { SECRET } = env();
  if (!SECRET) throw new Error("SECRET is not set: start Carillon with npm start");
  return SECRET;
}

/** Reads settings and answers with all that is wrong, one sentence each, so that it can be mended in one go. */
export function readSettings(
  source: Record<string, string | undefined>,
): { settings: Settings } | { problems: string[] } {
  // An empty value means "not set": that is how shells, .env files and Compose write it.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const result = settingsSchema.safeParse(given);
  if (result.success) return { settings: result.data };
  return { problems: result.error.issues.map((issue) => sentence(issue, given)) };
}

function settingsOrThrow(): Settings {
  const result = readSettings(process.env);
  if ("settings" in result) return result.settings;
  throw new Error(result.problems.join("\n"));
}

/** Values that may hold a password are not repeated: this text ends in terminals and logs. */
function sentence(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0]);
  const isHidden = /SECRET|KEY|TOKEN|DATABASE_URL|SMTP_URL|OIDC/.test(name);
  return `The setting ${name} is wrong${isHidden ? "" : `: "${given[name]}"`}. Please ${issue.message}.`;
}
