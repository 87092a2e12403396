import { describe, expect, test } from "vitest";
import type { Document } from "../activity";
import { followActivity, followAnswer, undoFollowActivity } from "./follow-activities";
import {
  type AnswerParties,
  answerActivity,
  ignoreActivity,
  joinActivity,
  reportActivity,
  undoAcceptActivity,
} from "./participation-activities";

const origin = "http://localhost:3000";
const at = new Date("2026-11-23T12:00:00Z");
const ada = { uri: `${origin}/@ada` };
const grace = { uri: "https://far.example/users/grace" };

/** Ada's event, to which Grace asked to come. */
const here: AnswerParties = {
  event: { uri: `${origin}/events/abcdefghjk2345` },
  organizer: ada,
  participant: grace,
  participation: {
    uri: "https://far.example/joins/1",
    said: "join",
    status: "approved",
    offerEndsAt: null,
    reason: "",
  },
};
const answered = (values: Partial<AnswerParties["participation"]>): AnswerParties => ({
  ...here,
  participation: { ...here.participation, ...values },
});
const cause = { cause: 7 };

/** Grace's event, to which Ada asked to come. */
const there = { event: { uri: "https://far.example/events/1" }, participant: ada };
const asked = { uri: `${origin}/join/abcdefghjkmnpqrstuvw`, message: "I bring a toaster", createdAt: at };
const report = { hosts: [grace, { uri: "https://far.example/groups/bells" }], at, cause: 7 };

const offerEndsAt = new Date("2026-11-24T12:00:00Z");
const followsAda = { follow: { uri: "https://far.example/follows/1" }, follower: grace, followed: ada };
const followsGrace = { follow: { uri: `${origin}/follows/abcdefghjk` }, follower: ada, followed: grace };

const golden: Record<string, () => Document> = {
  "join-accepted": () => answerActivity("Accept", here, cause),
  "join-accepted-of-friendica": () => answerActivity("Accept", answered({ said: "accept" }), cause),
  "join-waitlisted": () => answerActivity("TentativeAccept", answered({ status: "waitlisted" }), cause),
  "join-offered": () =>
    answerActivity("TentativeAccept", answered({ status: "offered", offerEndsAt }), cause),
  "join-offer-lapsed": () =>
    answerActivity("Reject", answered({ status: "left" }), { ...cause, standing: "lapsed" }),
  "join-rejected": () =>
    answerActivity("Reject", answered({ status: "rejected", reason: "Too many toasters" }), cause),
  "join-ignored": () => ignoreActivity({ ...here, joinUri: here.participation.uri }, cause),
  join: () => joinActivity({ ...there, participation: asked }, report),
  leave: () => reportActivity("Leave", { ...there, ...asked }, report),
  "coming-accepted": () => reportActivity("Accept", { ...there, ...asked }, report),
  "coming-undone": () => undoAcceptActivity({ ...there, ...asked }, report),
  maybe: () => reportActivity("TentativeAccept", { ...there, ...asked }, report),
  declined: () => reportActivity("Reject", { ...there, ...asked }, report),
  follow: () => followActivity(followsGrace),
  "follow-undone": () => undoFollowActivity(followsGrace),
  "follow-accepted": () => followAnswer("Accept", followsAda),
  "follow-rejected": () => followAnswer("Reject", followsAda, { nonce: "again" }),
};

describe("what leaves about taking part and following", () => {
  test.each(Object.entries(golden))("%s", async (name, write) => {
    await expect(`${JSON.stringify(write(), null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.json`);
  });

  test("goes from one of ours to those it is for, and to nobody else", () => {
    for (const write of Object.values(golden)) {
      const { id, actor, to, cc, published = "2026-11-23T12:00:00.000Z" } = write();
      expect([String(id), String(actor)].every((uri) => uri.startsWith(`${origin}/`))).toBe(true);
      expect((to as string[]).every((uri) => uri.startsWith("https://far.example/"))).toBe(true);
      expect(cc).toBeUndefined();
      expect(published).toBe("2026-11-23T12:00:00.000Z");
    }
  });

  test("has an id of its own each time that it is said anew", () => {
    const ids = [
      answerActivity("Accept", here, { cause: 7 }),
      answerActivity("Accept", here, { cause: 8 }),
      answerActivity("Accept", answered({ uri: "https://far.example/joins/2" }), { cause: 7 }),
      answerActivity("Reject", here, { cause: 7 }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(answerActivity("Accept", here, { cause: 7 }).id).toBe(ids[0]);
  });
});
