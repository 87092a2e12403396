import type { Database } from "@/db/client";
import type { Account } from "@/db/schema/accounts";
import { instanceName } from "@/lib/core/instance-name";
import { locales } from "@/lib/core/locale";
import { translator } from "@/lib/core/messages";
import type { AddFile } from "@/lib/core/zip";
import { listIdentitiesOf } from "@/lib/identities/of-account";
import { accountObject } from "./account-object";
import { countOwn } from "./count-own";
import { writeIdentity } from "./identity-folder";
import { jsonFile, textFile } from "./json";

/** Hears how many of all rows are written. */
export type Progress = (done: number, total: number) => Promise<void>;

/** Writes all that an account has here: what it is itself, and a folder for each identity. */
export async function writeArchive(
  db: Database,
  account: Account,
  { add, progress }: { add: AddFile; progress: Progress },
): Promise<void> {
  const identities = await listIdentitiesOf(db, account.id);
  const total = await countOwn(
    db,
    identities.map(({ id }) => id),
  );
  for (const locale of locales) {
    const t = translator(locale, "export");
    await add(t("readmeName"), textFile(t("readme", { instance: instanceName() })));
  }
  await add("account.json", jsonFile(await accountObject(db, account, identities)));
  let done = 0;
  const step = () => progress(++done, total);
  for (const { id } of identities) await writeIdentity(db, id, { add, step });
}
