import { expect, test } from "vitest";
import { canSeeOnlineAddress } from "./online-address";

const byApproval = { joinMode: "approval" } as const;

test("is for everybody where everybody may come", () => {
  expect(canSeeOnlineAddress({ joinMode: "free" }, null)).toBe(true);
  expect(canSeeOnlineAddress({ joinMode: "none" }, null)).toBe(true);
});

test("is for those who were let in, and the organiser, where people are let in one by one", () => {
  expect(canSeeOnlineAddress(byApproval, null)).toBe(false);
  expect(
    canSeeOnlineAddress(byApproval, { isOrganizer: false, statuses: ["pending", "rejected", "left"] }),
  ).toBe(false);
  expect(canSeeOnlineAddress(byApproval, { isOrganizer: false, statuses: ["offered", "maybe"] })).toBe(false);
  expect(canSeeOnlineAddress(byApproval, { isOrganizer: false, statuses: ["left", "approved"] })).toBe(true);
  expect(canSeeOnlineAddress(byApproval, { isOrganizer: true, statuses: [] })).toBe(true);
});
