import { describe, expect, test } from "vitest";
import { canSeeParticipants } from "./policy";

const host = { isOrganizer: true, statuses: [] };
const going = { isOrganizer: false, statuses: ["left" as const, "approved" as const] };
const others = (["pending", "waitlisted", "offered", "maybe", "declined", "rejected", "left"] as const).map(
  (status) => ({ isOrganizer: false, statuses: [status] }),
);

describe("canSeeParticipants", () => {
  test.each([
    ["everybody", { nobody: true, stranger: true, participant: true }],
    ["participants", { nobody: false, stranger: false, participant: true }],
    ["hosts", { nobody: false, stranger: false, participant: false }],
    ["hidden", { nobody: false, stranger: false, participant: false }],
  ] as const)("%s", (guestList, { nobody, stranger, participant }) => {
    expect(canSeeParticipants({ guestList }, null)).toBe(nobody);
    expect(canSeeParticipants({ guestList }, { isOrganizer: false, statuses: [] })).toBe(stranger);
    for (const reader of others) expect(canSeeParticipants({ guestList }, reader)).toBe(stranger);
    expect(canSeeParticipants({ guestList }, going)).toBe(participant);
    expect(canSeeParticipants({ guestList }, host)).toBe(true);
  });
});
