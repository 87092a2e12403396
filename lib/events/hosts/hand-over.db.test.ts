import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import { actors } from "@/db/schema/actors";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { kindsOf } from "../testing/facts";
import { handOver } from "./hand-over";
import { leaveHosting } from "./leave";
import { removeHost } from "./remove";
import { createHost, createInvited, hostsOf } from "./testing/hosting";

describe("handOver", () => {
  test("gives the event to a host, once; the former organiser hosts it still", async ({ db }) => {
    const event = await createEvent(db);
    const grace = await createHost(db, event);
    const ada = actingAs(db, event.organizerId);

    await handOver(ada, { eventId: event.id, actorId: grace.id });
    await handOver(ada, { eventId: event.id, actorId: grace.id });

    expect(await hostsOf(db, event.id)).toMatchObject({
      organizerId: grace.id,
      hostIds: [event.organizerId],
      accepted: [event.organizerId],
    });
    expect(await kindsOf(db, event.id)).toEqual(["event.host_accepted", "event.handed_over"]);
  });

  test("is for the organiser alone", async ({ db }) => {
    const event = await createEvent(db);
    const [one, other] = [await createHost(db, event), await createHost(db, event)];
    const grabbing = handOver(actingAs(db, one.id), { eventId: event.id, actorId: other.id });
    await expect(grabbing).rejects.toMatchObject({ code: "forbidden" });
    const taking = handOver(actingAs(db, one.id), { eventId: event.id, actorId: one.id });
    await expect(taking).rejects.toMatchObject({ code: "forbidden" });
  });

  test("goes only to somebody who hosts and is there", async ({ db }) => {
    const event = await createEvent(db);
    const gone = await createHost(db, event);
    await db.update(actors).set({ deletedAt: new Date() }).where(eq(actors.id, gone.id));
    const invited = await createInvited(db, event);
    const stranger = await createIdentity(db);
    for (const { id: actorId } of [gone, invited, stranger]) {
      const handing = handOver(actingAs(db, event.organizerId), { eventId: event.id, actorId });
      await expect(handing).rejects.toMatchObject({ reason: "host_not_found" });
    }
  });
});

describe("leaveHosting", () => {
  test("ends hosting, once", async ({ db }) => {
    const event = await createEvent(db);
    const grace = actingAs(db, (await createHost(db, event)).id);
    await leaveHosting(grace, event.id);
    await leaveHosting(grace, event.id);

    expect(await hostsOf(db, event.id)).toMatchObject({ accepted: [], hostIds: [] });
    expect(await kindsOf(db, event.id)).toEqual(["event.host_accepted", "event.host_left"]);
  });

  test("is nothing for strangers and those who were asked, and needs somebody", async ({ db }) => {
    const event = await createEvent(db);
    const invited = actingAs(db, (await createInvited(db, event)).id);
    await leaveHosting(invited, event.id);
    await leaveHosting(actingAs(db, (await createIdentity(db)).id), event.id);
    expect((await hostsOf(db, event.id)).invited).toHaveLength(1);
    const anonymous = { ...invited, actor: { kind: "anonymous" as const } };
    await expect(leaveHosting(anonymous, event.id)).rejects.toMatchObject({ code: "unauthenticated" });
  });

  test("is not for the organiser, who hands over first", async ({ db }) => {
    const event = await createEvent(db);
    const grace = await createHost(db, event);
    const ada = actingAs(db, event.organizerId);
    await expect(leaveHosting(ada, event.id)).rejects.toMatchObject({ reason: "hand_over_first" });
    await handOver(ada, { eventId: event.id, actorId: grace.id });
    await leaveHosting(ada, event.id);
    expect(await hostsOf(db, event.id)).toMatchObject({ organizerId: grace.id, hostIds: [] });
  });
});

describe("removeHost", () => {
  test("ends hosting and takes invitations back, once", async ({ db }) => {
    const event = await createEvent(db);
    const ada = actingAs(db, event.organizerId);
    const [host, invited] = [await createHost(db, event), await createInvited(db, event)];
    for (const { id: actorId } of [host, host, invited, invited]) {
      await removeHost(ada, { eventId: event.id, actorId });
    }
    expect(await hostsOf(db, event.id)).toMatchObject({ accepted: [], invited: [], hostIds: [] });
    expect((await kindsOf(db, event.id)).slice(1)).toEqual(["event.host_removed", "event.host_removed"]);
  });

  test("is for the organiser alone, and not about the organiser", async ({ db }) => {
    const event = await createEvent(db);
    const [one, other] = [await createHost(db, event), await createHost(db, event)];
    const removing = (actorId: string, who: string) =>
      removeHost(actingAs(db, who), { eventId: event.id, actorId });
    await expect(removing(other.id, one.id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removing(event.organizerId, event.organizerId)).rejects.toMatchObject({
      reason: "hand_over_first",
    });
  });
});
