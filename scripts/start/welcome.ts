import { connect } from "@/db/client";
import { createSetupLink } from "@/lib/accounts/setup";
import type { Settings } from "@/lib/core/env";
import { say } from "./say";

/** Says where Carillon is and, as long as nobody administers it, how to become the first who does. */
export async function welcome({ ORIGIN }: Settings, databaseUrl: string): Promise<void> {
  const connection = connect(databaseUrl, { max: 1 });
  try {
    const path = await createSetupLink(connection.db, new Date());
    say(`\nCarillon is ready at ${ORIGIN}`);
    if (path)
      say(`Nobody administers it yet. This link makes the first administrator, once:\n  ${ORIGIN}${path}`);
    say("Ctrl-C stops everything.\n");
  } finally {
    await connection.close();
  }
}
