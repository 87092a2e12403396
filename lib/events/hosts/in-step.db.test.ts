import fc from "fast-check";
import { describe, expect } from "vitest";
import { actingAs, createEvent, createIdentity } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { AppError } from "@/lib/core/errors";
import { acceptHosting, declineHosting } from "./answer";
import { handOver } from "./hand-over";
import { inviteHost } from "./invite";
import { leaveHosting } from "./leave";
import { removeHost } from "./remove";
import { hostsOf } from "./testing/hosting";

const PEOPLE = 4;
const person = fc.nat(PEOPLE - 1);
const kind = fc.constantFrom("invite", "accept", "decline", "leave", "remove", "handOver");
const steps = fc.array(fc.record({ kind, who: person, whom: person }), { maxLength: 25 });

describe("who hosts an event", () => {
  test("is the same in both tables whatever anybody does, and never includes the organiser", async ({
    db,
  }) => {
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const people = [];
        for (let n = 0; n < PEOPLE; n++) people.push(await createIdentity(db));
        const { id: eventId } = await createEvent(db, { organizerId: people[0]!.id });
        for (const { kind, who, whom } of sequence) {
          const ctx = actingAs(db, people[who]!.id);
          const { id: actorId, handle } = people[whom]!;
          const acts = {
            invite: () => inviteHost(ctx, { eventId, handle }),
            accept: () => acceptHosting(ctx, eventId),
            decline: () => declineHosting(ctx, eventId),
            leave: () => leaveHosting(ctx, eventId),
            remove: () => removeHost(ctx, { eventId, actorId }),
            handOver: () => handOver(ctx, { eventId, actorId }),
          };
          await acts[kind]().catch((error) => {
            if (!(error instanceof AppError)) throw error;
          });
          const { organizerId, hostIds, accepted, invited, declined } = await hostsOf(db, eventId);
          expect([...hostIds].sort()).toEqual([...accepted].sort());
          expect([...accepted, ...invited, ...declined]).not.toContain(organizerId);
        }
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
