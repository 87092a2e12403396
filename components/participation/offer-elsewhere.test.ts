import { describe, expect, test } from "vitest";
import type { EventPage } from "@/lib/participation/event-page";
import { offerOfPage } from "./offer-elsewhere";

const now = new Date("2026-11-26T12:00Z");
const remote = { capacity: 12, participantCount: 12, remainingCapacity: null };
const event = {
  domain: "bells.example",
  joinMode: "free",
  status: "confirmed",
  startsAt: new Date("2026-11-26T18:00Z"),
  endsAt: null,
  capacity: null,
  placesAside: 0,
};
const pageOf = (values: object, told: object = remote) =>
  ({ event: { ...event, ...values }, remote: told, taken: 0, inLine: 0 }) as unknown as EventPage;

describe("offerOfPage", () => {
  test("leads to the other server's answer, also where no place is left there", () => {
    const offer = { kind: "elsewhere", host: "bells.example", needsApproval: false, readsMaybe: false };
    expect(offerOfPage(pageOf({}), now)).toEqual({ ...offer, isFull: true });
    const free = { ...remote, participantCount: 3 };
    expect(offerOfPage(pageOf({ joinMode: "approval" }, free), now)).toEqual({
      ...offer,
      needsApproval: true,
      isFull: false,
    });
  });

  test("offers a maybe where the other server reads it", () => {
    const page = { ...pageOf({}), software: "carillon" };
    expect(offerOfPage(page, now)).toMatchObject({ readsMaybe: true });
  });

  test("offers nothing where nobody can take part from here", () => {
    const closed = { kind: "closed", reason: "event_without_joining" };
    expect(offerOfPage(pageOf({ joinMode: "external" }), now)).toEqual(closed);
    expect(offerOfPage(pageOf({ joinMode: "none" }), now)).toEqual(closed);
    expect(offerOfPage(pageOf({ status: "cancelled" }), now)).toMatchObject({ reason: "event_cancelled" });
  });

  test("is about places where the event is of this server", () => {
    expect(offerOfPage(pageOf({ domain: null, capacity: 3 }), now).kind).toBe("open");
  });
});
