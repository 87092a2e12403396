import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { journal } from "@/db/schema/journal";
import { createRemoteActor } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { leaveEvent } from "@/lib/participation/leave";
import { acceptOffer, endOffer } from "@/lib/participation/waitlist/offer";
import { begin, standing } from "../testing/asking";
import { hear, minutesLater, said, tellAll } from "../testing/wire";

const kinds = async (db: Database) =>
  (await db.select().from(journal).orderBy(journal.id)).map(({ kind }) => kind);
const types = async (db: Database) => (await said(db)).map(({ type }) => type);

describe("the server of the event answers", () => {
  test("yes: they are in, and nothing goes back", async ({ db }) => {
    const { event, ada, join, answer } = await begin(db, { joinMode: "approval" });
    const { uri: id } = await join();
    const object = { id, type: "Join", actor: ada.uri, object: event.uri, participationMessage: null };
    expect(await answer("Accept", { object })).toBe("handled");
    expect(await answer("Accept", { object, minutes: 2 })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved", decidedAt: minutesLater(1) });
    expect(await kinds(db)).toEqual(["participation.requested", "participation.approved"]);
    await tellAll(db, { minutes: 5 });
    expect(await types(db)).toEqual([]);
  });

  test("no, and why, also to whoever was in", async ({ db }) => {
    const { ada, join, answer } = await begin(db);
    const { uri } = await join();
    await answer("Accept", { object: uri });
    await answer("Reject", { object: uri, content: "<p>Too <b>many</b></p><script>x</script>", minutes: 2 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "rejected", reason: "Too many" });
    await answer("Accept", { object: uri, minutes: 3 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved", reason: "" });
  });

  test("perhaps: in line, or a place until then, which is taken by asking again", async ({ db }) => {
    const { ada, asAda, event, join, answer } = await begin(db);
    const { uri } = await join();
    await tellAll(db);
    expect(await answer("TentativeAccept", { object: uri })).toBe("waits");
    await answer("TentativeAccept", { object: uri, standing: "waitlisted" });
    expect(await standing(db, ada.id)).toMatchObject({ status: "waitlisted" });
    const endTime = minutesLater(90).toISOString();
    await answer("TentativeAccept", { object: uri, standing: "offered", endTime, minutes: 2 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "offered", offerEndsAt: minutesLater(90) });

    await acceptOffer(asAda(10), event.id);
    await tellAll(db, { minutes: 10 });
    const after = await standing(db, ada.id);
    expect(after).toMatchObject({ status: "pending", offerEndsAt: null });
    expect((await said(db)).map(({ id }) => id)).toEqual([uri, after.uri]);
    expect(await answer("Accept", { object: after.uri, minutes: 11 })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved" });
  });

  test.for(["nobody knows", "2999-01-01T00:00:00Z", "-200000-01-01T00:00:00Z", undefined])(
    "an offer without a sensible end (%s) ends when the event begins",
    async (endTime, { db }) => {
      const { ada, event, join, answer } = await begin(db);
      const { uri } = await join();
      await answer("TentativeAccept", { object: uri, standing: "offered", endTime });
      expect(await standing(db, ada.id)).toMatchObject({ offerEndsAt: event.startsAt });
    },
  );

  test("that the time was up, once, whether it is known here already or not", async ({ db }) => {
    const { ada, asAda, join, answer } = await begin(db);
    const { uri, id } = await join();
    const endTime = minutesLater(90).toISOString();
    await answer("TentativeAccept", { object: uri, standing: "offered", endTime });
    await endOffer(asAda(90), id);
    await answer("Reject", { object: uri, standing: "lapsed", minutes: 91 });
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });
    expect((await kinds(db)).filter((kind) => kind === "participation.offer_lapsed")).toHaveLength(1);
    expect(await types(db)).toEqual([]);
  });

  test.for(["left", "maybe", "declined"])(
    "that they gave it up there (%s): so it is here",
    async (status, { db }) => {
      const { ada, join, answer } = await begin(db, { software: "carillon" });
      const { uri } = await join();
      await answer("Accept", { object: uri });
      expect(await answer("Reject", { object: uri, standing: status, minutes: 2 })).toBe("handled");
      expect(await standing(db, ada.id)).toMatchObject({ status });
      expect(await kinds(db)).not.toContain("participation.rejected");
      await tellAll(db, { minutes: 5 });
      expect(await types(db)).toEqual([]);
    },
  );

  test("that it takes no answers: then nobody there knows of them", async ({ db }) => {
    const { ada, join, answer } = await begin(db);
    const { uri } = await join();
    expect(await answer("Ignore", { object: uri })).toBe("handled");
    expect(await answer("Ignore", { object: uri, minutes: 2 })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });
    expect(await kinds(db)).toEqual(["participation.requested", "participation.unheard"]);
  });

  test("what was taken back meanwhile: it stays taken back", async ({ db }) => {
    const { ada, asAda, event, join, answer } = await begin(db);
    const { uri } = await join();
    await leaveEvent(asAda(), event.id);
    expect(await answer("Accept", { object: uri })).toBe("taken_back");
    expect(await answer("Reject", { object: uri })).toBe("taken_back");
    expect(await answer("TentativeAccept", { object: uri, standing: "offered" })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "left" });

    await join("", 2);
    expect(await answer("Accept", { object: uri, minutes: 3 })).toBe("not_asked");
    expect(await standing(db, ada.id)).toMatchObject({ status: "pending" });
  });

  test("is heard from its hosts alone, and from those who speak for a group of hosts", async ({ db }) => {
    const group = await createRemoteActor(db, { kind: "group" });
    const { ada, join } = await begin(db, { hostIds: [group.id] });
    const { uri: object } = await join();
    const member = await createRemoteActor(db);
    const stranger = await createRemoteActor(db, { domain: "evil.example" });
    for (const type of ["Accept", "Reject", "Ignore", "TentativeAccept"]) {
      expect(await hear(db, member, { type, object })).toBe("not_host");
      expect(await hear(db, stranger, { type, object, attributedTo: group.uri })).toBe("not_host");
      expect(await hear(db, member, { type, object, attributedTo: stranger.uri })).toBe("not_host");
    }
    expect(await hear(db, member, { type: "Accept", object, attributedTo: group.uri })).toBe("handled");
    expect(await standing(db, ada.id)).toMatchObject({ status: "approved" });
  });
});
