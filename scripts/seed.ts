import { connect } from "@/db/client";
import { run } from "./start/run";
import { say } from "./start/say";
import { withDatabase } from "./with-database";

/** `npm run seed`: fills the database, of a running Carillon or not, with a believable town. */
await run(async (context) => {
  const { url } = await withDatabase(context);
  const { seed, SEED_PASSWORD } = await import("./seeding/seed");
  const { db, close } = connect(url);
  context.atEnd(close);
  const isNew = await seed(db, new Date());
  if (!isNew) return say("The town is there already.");
  say(`The town is there. Sign in as ada@example.org with the password "${SEED_PASSWORD}".`);
});
