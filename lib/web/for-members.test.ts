import { expect, test } from "vitest";
import { isForMembers } from "./for-members";

test.each([
  "/my/events",
  "/my/identities",
  "/my/identities/ada",
  "/admin",
  "/moderation/reports",
  "/events/new",
])("%s is for members who agreed", (path) => expect(isForMembers(path)).toBe(true));

test.each([
  "/",
  "/events/abcdefghjkmnpq",
  "/@ada",
  "/my/data",
  "/my/data/one.zip",
  "/my/identities/ada/delete",
  "/terms/agree",
  "/privacy",
  "/mystery",
])("%s stays open", (path) => expect(isForMembers(path)).toBe(false));
