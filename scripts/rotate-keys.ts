import { connect } from "@/db/client";
import { run } from "./start/run";
import { say } from "./start/say";
import { withDatabase } from "./with-database";

/** `npm run rotate-keys`: new keys to sign with, for all or, with `-- HANDLE`, for one; other servers are told. */
await run(async (context) => {
  const { url } = await withDatabase(context);
  const { rotateKeys } = await import("@/lib/federation/rotate-keys");
  const { db, close } = connect(url);
  context.atEnd(close);
  const [handle] = process.argv.slice(2);
  const count = await rotateKeys(
    { db, actor: { kind: "system" }, now: new Date() },
    handle ? { handle: handle.replace(/^@/, "") } : {},
  );
  say(count === 1 ? "One key is new." : `${count} keys are new.`);
});
