import { describe, expect, test } from "vitest";
import type { Event } from "@/db/schema/events";
import { canComment, canDeleteComment, canEditComment } from "./policy";
import { commentRefusal, isPauseOver, pauseUnder, standingOfWords, threadOf } from "./rules";

const endsAt = new Date("2026-12-01T21:00:00Z");
const event = {
  commentsPolicy: "open",
  status: "confirmed",
  startsAt: null,
  endsAt,
  hostIds: [],
} as Partial<Event>;
const talk = (values: Partial<Event>) => ({ ...event, ...values }) as Event;
const as = (actorId: string) => ({ kind: "identity" as const, actorId });
const later = (days: number) => new Date(endsAt.getTime() + days * 86_400_000);

describe("commentRefusal", () => {
  test("lets people talk long after an event, and a week after one that was cancelled", () => {
    const guest = { isHost: false, now: later(400) };
    expect(commentRefusal(talk({}), guest)).toBeNull();
    expect(commentRefusal(talk({ status: "cancelled" }), { ...guest, now: later(6) })).toBeNull();
    expect(commentRefusal(talk({ status: "cancelled" }), { ...guest, now: later(8) })).toBe("comments_over");
    expect(commentRefusal(talk({ status: "cancelled" }), { isHost: true, now: later(8) })).toBe(
      "comments_over",
    );
  });

  test("lets only hosts talk where comments are closed", () => {
    const closed = talk({ commentsPolicy: "closed" });
    expect(commentRefusal(closed, { isHost: false, now: endsAt })).toBe("comments_closed");
    expect(commentRefusal(closed, { isHost: true, now: endsAt })).toBeNull();
  });
});

test("only others than hosts wait, where hosts, moderators or rules look first", () => {
  const words = { isHost: false, isHeld: false, approval: "none" } as const;
  const open = { commentsPolicy: "open", domain: null } as const;
  const moderated = { commentsPolicy: "moderated", domain: null } as const;
  expect(standingOfWords(moderated, words)).toBe("waiting");
  expect(standingOfWords(moderated, { ...words, isHost: true, isHeld: true })).toBe("visible");
  expect(standingOfWords({ ...moderated, domain: "far.example" }, words)).toBe("visible");
  expect(standingOfWords(open, words)).toBe("visible");
  expect(standingOfWords(open, { ...words, approval: "hosts" })).toBe("waiting");
  expect(standingOfWords(open, { ...words, approval: "moderators" })).toBe("held");
  expect(standingOfWords({ ...open, domain: "far.example" }, { ...words, approval: "moderators" })).toBe(
    "visible",
  );
  expect(standingOfWords({ ...open, domain: "far.example" }, { ...words, isHeld: true })).toBe("held");
});

test("the stricter of the server's pause and the event's counts, until it is over to the millisecond", () => {
  expect(pauseUnder({ commentsPauseSeconds: 60 }, 300)).toBe(300);
  expect(pauseUnder({ commentsPauseSeconds: 300 }, 60)).toBe(300);
  expect(pauseUnder({ commentsPauseSeconds: 0 }, 0)).toBe(0);
  const after = (ms: number) => ({ last: endsAt, now: new Date(endsAt.getTime() + ms) });
  expect(isPauseOver(60, after(59_999))).toBe(false);
  expect(isPauseOver(60, after(60_000))).toBe(true);
  expect(isPauseOver(60, after(-1))).toBe(false);
  expect(isPauseOver(0, after(-1))).toBe(true);
});

test("an answer to an answer joins the thread", () => {
  expect(threadOf(null)).toBeNull();
  expect(threadOf({ id: "a", threadId: null })).toBe("a");
  expect(threadOf({ id: "b", threadId: "a" })).toBe("a");
});

test("words belong to their author; a host may only take them away", () => {
  const comment = { authorId: "ada" };
  const hosted = talk({ organizerId: "host", publishedAt: endsAt });
  expect(canComment({ kind: "anonymous" })).toBe(false);
  expect(canComment(as("ada"))).toBe(true);
  expect(canEditComment(as("host"), comment)).toBe(false);
  expect(canEditComment(as("ada"), comment)).toBe(true);
  expect(canDeleteComment(as("ada"), comment, hosted)).toBe(true);
  expect(canDeleteComment(as("host"), comment, hosted)).toBe(true);
  expect(canDeleteComment(as("grace"), comment, hosted)).toBe(false);
});
