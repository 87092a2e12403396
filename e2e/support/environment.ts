type Environment = {
  /** Where the app of this run answers. */
  origin: string;
  /** Its data directory, with the mails that it wrote. */
  dataDir: string;
  /** Path of the one-time link that makes the first administrator. */
  welcomePath: string | null;
  chromium: { executablePath: string; env: Record<string, string> };
  /** A folder with the name of every structure of a page that axe has looked at in this run. */
  looked: string;
};

const nothing: Environment = {
  origin: "",
  dataDir: "",
  welcomePath: null,
  chromium: { executablePath: "", env: {} },
  looked: "",
};

/** What the global setup started. Tests run in processes of their own, so it travels in an environment variable. */
export function e2e(): Environment {
  const { CARILLON_E2E } = process.env;
  return CARILLON_E2E ? JSON.parse(CARILLON_E2E) : nothing;
}

export function provide(environment: Environment): void {
  process.env.CARILLON_E2E = JSON.stringify(environment);
}
