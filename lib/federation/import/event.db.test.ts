import { beforeEach, expect, vi } from "vitest";
import { now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { PUBLIC } from "../activity";
import { asked, emptyWeb, farEvent } from "../testing/web";
import { importEvent } from "./event";

vi.mock(import("../fetch/document"), async () => (await import("../testing/web")).fetching as never);
vi.mock(import("../fetch/webfinger"), () => ({ findUriByHandle: async () => null }) as never);

beforeEach(emptyWeb);

test("events that somebody asks for by their address are kept, followed or not", async ({ db }) => {
  const event = farEvent("one", { to: [], cc: [PUBLIC] });
  const ctx = { db, actor: { kind: "system" as const }, now };
  const kept = await importEvent(ctx, event.id);
  expect(kept).toMatchObject({ visibility: "unlisted", title: event.name });
  expect((await importEvent(ctx, event.id)).id).toBe(kept.id);
  expect(asked.filter((uri) => uri === event.id)).toHaveLength(1);
});
