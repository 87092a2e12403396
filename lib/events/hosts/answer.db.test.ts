import { describe, expect } from "vitest";
import { events } from "@/db/schema/events";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { editEvent } from "../edit";
import { kindsOf } from "../testing/facts";
import { typed } from "../testing/typed";
import { acceptHosting, declineHosting } from "./answer";
import { leaveHosting } from "./leave";
import { createHost, createInvited, hostsOf } from "./testing/hosting";

describe("acceptHosting", () => {
  test("makes a host, once, who may edit from then on", async ({ db }) => {
    const event = await createEvent(db);
    const grace = await createInvited(db, event);
    const asGrace = actingAs(db, grace.id);
    await expect(editEvent(asGrace, event.id, typed())).rejects.toMatchObject({ code: "forbidden" });

    await acceptHosting(asGrace, event.id);
    await acceptHosting(asGrace, event.id);

    expect(await hostsOf(db, event.id)).toMatchObject({ accepted: [grace.id], hostIds: [grace.id] });
    expect(await kindsOf(db, event.id)).toEqual(["event.host_accepted"]);
    await editEvent(asGrace, event.id, typed());
  });

  test("keeps the order in which they accepted", async ({ db }) => {
    const event = await createEvent(db);
    const late = await createInvited(db, event);
    const early = await createInvited(db, event);
    await acceptHosting(actingAs(db, early.id), event.id);
    await acceptHosting({ ...actingAs(db, late.id), now: new Date("2026-11-24T12:00:00Z") }, event.id);

    expect((await hostsOf(db, event.id)).hostIds).toEqual([early.id, late.id]);
  });

  test("is for those who were asked alone", async ({ db }) => {
    const event = await createEvent(db);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const anonymous = { ...stranger, actor: { kind: "anonymous" as const } };

    await expect(acceptHosting(stranger, event.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(acceptHosting(anonymous, event.id)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("lets them think better of a refusal, while there is room", async ({ db }) => {
    const event = await createEvent(db);
    const grace = await createInvited(db, event);
    const asGrace = actingAs(db, grace.id);
    await declineHosting(asGrace, event.id);
    const others = [];
    for (let n = 0; n < 10; n++) others.push(await createHost(db, event));

    await expect(acceptHosting(asGrace, event.id)).rejects.toMatchObject({ reason: "too_many_hosts" });
    await leaveHosting(actingAs(db, others[0]!.id), event.id);
    expect(await acceptHosting(asGrace, event.id)).toMatchObject({ status: "accepted" });
  });

  test("refuses once it does not take place or is over", async ({ db }) => {
    const event = await createEvent(db);
    const grace = actingAs(db, (await createInvited(db, event)).id);
    await db.update(events).set({ status: "cancelled" });
    await expect(acceptHosting(grace, event.id)).rejects.toMatchObject({ reason: "event_cancelled" });
    await db.update(events).set({ status: "confirmed" });
    const later = { ...grace, now: new Date("2027-01-01T12:00:00Z") };
    await expect(acceptHosting(later, event.id)).rejects.toMatchObject({ reason: "event_over" });
  });
});

describe("declineHosting", () => {
  test("says no, once", async ({ db }) => {
    const event = await createEvent(db);
    const grace = await createInvited(db, event);
    await declineHosting(actingAs(db, grace.id), event.id);
    await declineHosting(actingAs(db, grace.id), event.id);

    expect(await hostsOf(db, event.id)).toMatchObject({ declined: [grace.id], hostIds: [] });
    expect(await kindsOf(db, event.id)).toEqual(["event.host_declined"]);
  });

  test("is for those who were asked alone, and not for those who host already", async ({ db }) => {
    const event = await createEvent(db);
    const stranger = actingAs(db, (await createIdentity(db)).id);
    const host = actingAs(db, (await createHost(db, event)).id);

    await expect(declineHosting(stranger, event.id)).rejects.toMatchObject({ code: "not_found" });
    await expect(declineHosting(host, event.id)).rejects.toMatchObject({ reason: "hosting_accepted" });
  });
});
