import { startEmbedded } from "@/db/embedded/start";
import type { Settings } from "@/lib/core/env";
import { waitForDatabase } from "./external-database";

export type OpenDatabase = {
  url: string;
  /** Whether this process brought the embedded server to life. */
  started: boolean;
  /** Stops the embedded server; does nothing to one of DATABASE_URL. */
  stop(): Promise<void>;
};

/** The database of DATABASE_URL once it answers, else the embedded one of the data directory. */
export async function openDatabase(settings: Settings, signal: AbortSignal): Promise<OpenDatabase> {
  const { DATABASE_URL, DATABASE_WAIT, DATA_DIR } = settings;
  if (!DATABASE_URL) return startEmbedded(DATA_DIR);
  await waitForDatabase(DATABASE_URL, DATABASE_WAIT, signal);
  return { url: DATABASE_URL, started: false, stop: async () => {} };
}
