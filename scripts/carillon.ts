import { connect } from "@/db/client";
import { readArguments } from "./carillon/arguments";
import { run } from "./start/run";
import { say } from "./start/say";
import { withDatabase } from "./with-database";

/** `npm run carillon -- COMMAND`: what administrators do on pages, and a little more, on the database of the settings. */
await run(async (context) => {
  const asked = readArguments(process.argv.slice(2));
  if ("help" in asked) return say(asked.help);
  if ("alone" in asked.command) {
    const work = await asked.command.alone();
    return work(context, say);
  }
  const { url } = await withDatabase(context);
  process.env.LOG_LEVEL = "error"; // lines of the log would stand between the answers
  const { db, close } = connect(url);
  context.atEnd(close);
  const [{ openDesk }, { hearName }, work] = await Promise.all([
    import("./carillon/desk"),
    import("@/lib/instance/name"),
    asked.command.load(),
  ]);
  await hearName(db);
  const desk = openDesk(db, { say, as: asked.options.as });
  await desk.told(work(desk, asked));
});
