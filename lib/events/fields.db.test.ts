import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { actors } from "@/db/schema/actors";
import { journal } from "@/db/schema/journal";
import { actingAs, createAccount, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { updateInstance } from "@/lib/instance/settings";
import { listContacts } from "./contacts";
import { createDraft, reviseDraft } from "./draft";
import { editEvent } from "./edit";
import { readFormChoices } from "./form-choices";
import { publishEvent } from "./publish";
import { kindsOf } from "./testing/facts";
import { typed } from "./testing/typed";

describe("people to ask", () => {
  test("are named in order, by whoever could open their page", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada" });
    await createIdentity(db, { handle: "grace", visibility: "public" });
    await createIdentity(db, { handle: "linus", visibility: "participants" });
    const ctx = actingAs(db, ada.id);
    const draft = await createDraft(ctx, typed({ contacts: ["grace", "ada"] }));
    const named = async () => (await listContacts(db, draft.id)).map(({ handle }) => handle);

    expect(await named()).toEqual(["grace", "ada"]);
    await expect(reviseDraft(ctx, draft.id, typed({ contacts: ["linus"] }))).rejects.toMatchObject({
      fieldErrors: { contacts: ["contact_unknown"] },
    });
    await db.update(actors).set({ visibility: "participants" }).where(eq(actors.handle, "grace"));
    await reviseDraft(ctx, draft.id, typed({ contacts: ["ada", "grace"] }));
    expect(await named()).toEqual(["ada", "grace"]);
    await reviseDraft(ctx, draft.id, typed({ contacts: [] }));
    expect(await named()).toEqual([]);
  });

  test("are a change that pages hear of, once", async ({ db }) => {
    const ada = await createIdentity(db, { handle: "ada" });
    const ctx = actingAs(db, ada.id);
    const { id } = await createDraft(ctx, typed());
    await publishEvent(ctx, id);
    await editEvent(ctx, id, typed({ contacts: ["ada"] }));
    await editEvent(ctx, id, typed({ contacts: ["ada"] }));
    expect(await kindsOf(db, id)).toEqual(["event.published", "event.updated"]);
  });
});

describe("taking part", () => {
  const chosen = {
    needsAccount: true,
    placesAside: 4,
    waitlist: "offer" as const,
    offerHours: 6,
    waitlistStopsHours: 12,
    retentionDays: 7,
    guestList: "participants" as const,
    commentsPauseSeconds: 300,
  };

  test("is as the hosts set it, and a change of it is told by the names of columns", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const { needsAccount: _, ...columns } = chosen;
    const draft = await createDraft(ctx, typed(chosen));
    expect(draft).toMatchObject({ ...columns, isOpenToMail: false });

    await publishEvent(ctx, draft.id);
    const edited = await editEvent(
      ctx,
      draft.id,
      typed({ ...chosen, waitlist: "closed", needsAccount: false }),
    );
    expect(edited).toMatchObject({ ...columns, waitlist: "closed", isOpenToMail: true });
    const [fact] = await db.select().from(journal).where(eq(journal.kind, "event.updated"));
    expect(fact?.payload).toMatchObject({ changed: ["isOpenToMail", "waitlist"] });
  });

  test("sets nothing aside where places are not counted, nor more than there are", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const draft = await createDraft(ctx, typed({ ...chosen, capacity: null }));
    expect(draft).toMatchObject({ capacity: null, placesAside: 0 });
    const fewer = reviseDraft(ctx, draft.id, typed({ ...chosen, capacity: 3 }));
    await expect(fewer).rejects.toMatchObject({ fieldErrors: { placesAside: ["too_many_aside"] } });
  });
});

describe("what is filed and found out", () => {
  test("the language is told from the text, unless somebody says it", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const description = "Apportez ce qui est cassé, et nous le réparons avec vous.";
    expect(await createDraft(ctx, typed({ description }))).toMatchObject({ language: "fr" });
    expect(await createDraft(ctx, typed({ description, language: "oc" }))).toMatchObject({ language: "oc" });
    expect(await createDraft(ctx, typed({ description: "" }))).toMatchObject({ language: "und" });
  });

  test("a category of the server's own, and tags that others used", async ({ db }) => {
    const ctx = actingAs(db, (await createIdentity(db)).id);
    const { id: accountId } = await createAccount(db, { role: "administrator" });
    const account = { kind: "account", accountId, role: "administrator" } as const;
    await updateInstance({ ...ctx, actor: account }, { extraCategories: ["Choirs"] });
    const draft = await createDraft(ctx, typed({ category: "Choirs", tags: ["choir", "bells"] }));
    expect(await readFormChoices(db)).toEqual({ categories: ["Choirs"], tags: [], pictureMegabytes: 10 });
    await publishEvent(ctx, draft.id);
    expect((await readFormChoices(db)).tags).toEqual(["bells", "choir"]);
  });
});
