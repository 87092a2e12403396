import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/core/context";
import { canSeeProfile } from "./policy";

const own: Actor = { kind: "identity", actorId: "ada" };
const other: Actor = { kind: "identity", actorId: "grace" };
const account: Actor = { kind: "account", accountId: "x", role: "administrator" };
const nobody: Actor = { kind: "anonymous" };

describe("canSeeProfile", () => {
  test.each([own, other, account, nobody])("a public page is for everybody", (actor) => {
    expect(canSeeProfile(actor, { id: "ada", visibility: "public" }, { isFellow: false })).toBe(true);
  });

  test("any other is for itself and for fellow participants", () => {
    const identity = { id: "ada", visibility: "participants" as const };
    expect(canSeeProfile(own, identity, { isFellow: false })).toBe(true);
    expect(canSeeProfile(other, identity, { isFellow: true })).toBe(true);
    for (const actor of [other, account, nobody])
      expect(canSeeProfile(actor, identity, { isFellow: false })).toBe(false);
    for (const actor of [account, nobody])
      expect(canSeeProfile(actor, identity, { isFellow: true })).toBe(false);
  });
});
