import { expect } from "vitest";
import { createEvent, createIdentity, createRemoteActor, createRemoteEvent } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { findKnownPath } from "./known";

test("finds what is known by its id or its name, and asks nobody", async ({ db }) => {
  const noor = await createRemoteActor(db, { handle: "noor", domain: "bells.example" });
  const event = await createRemoteEvent(db, { organizerId: noor.id, domain: "bells.example" });

  expect(await findKnownPath(db, "@noor@bells.example")).toBe("/@noor@bells.example");
  expect(await findKnownPath(db, noor.uri)).toBe("/@noor@bells.example");
  expect(await findKnownPath(db, event.uri)).toBe(`/events/${event.slug}`);
  expect(await findKnownPath(db, "https://bells.example/nothing")).toBeNull();
  expect(await findKnownPath(db, "@nobody@bells.example")).toBeNull();
});

test("finds nobody of this server, whose page may not be for everybody", async ({ db }) => {
  const shy = await createIdentity(db, { visibility: "participants" });
  expect(await findKnownPath(db, `@${shy.handle}@localhost:3000`)).toBeNull();
  expect(await findKnownPath(db, shy.uri)).toBeNull();
});

test("leads to no draft and to nobody who is gone", async ({ db }) => {
  const gone = await createRemoteActor(db, { deletedAt: new Date() });
  const draft = await createEvent(db, { publishedAt: null });
  expect(await findKnownPath(db, gone.uri)).toBeNull();
  expect(await findKnownPath(db, draft.uri)).toBeNull();
});
