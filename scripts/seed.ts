import { connect } from "@/db/client";
import { run } from "./start/run";
import { withDatabase } from "./with-database";

/** `npm run seed`: fills the database, of a running Carillon or not, with a believable town. */
await run(async (context) => {
  const { url } = await withDatabase(context);
  const { seed } = await import("@/db/seed");
  const { db, close } = connect(url);
  context.atEnd(close);
  await seed(db);
});
