import { expect } from "vitest";
import { createAccount, createEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { setOwnCategories } from "./categories";
import { readInstance } from "./settings";

test("administrators add categories, again and again, and nobody else does", async ({ db }) => {
  const account = await createAccount(db);
  const as = (role: "administrator" | "moderator") => ({
    db,
    actor: { kind: "account" as const, accountId: account.id, role },
    now,
  });
  await createEvent(db);

  const extraCategories = ["Choirs", " Fab  lab ", "Choirs"];
  await setOwnCategories(as("administrator"), { extraCategories });
  await setOwnCategories(as("administrator"), { extraCategories });
  expect((await readInstance(db)).extraCategories).toEqual(["Choirs", "Fab lab"]);

  await expect(setOwnCategories(as("moderator"), { extraCategories: [] })).rejects.toMatchObject({
    code: "forbidden",
  });
});
