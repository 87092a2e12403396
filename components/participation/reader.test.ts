import { expect, test } from "vitest";
import { candidatesOf, type EventReader, isOrganizer, standingsOf } from "./reader";

const face = (id: string) => ({
  id,
  handle: id,
  domain: null,
  visibility: "public" as const,
  name: id,
  avatar: null,
});
const [ada, night, garden] = [face("ada"), face("night"), face("garden")] as const;
const event = { organizerId: "ada", hostIds: [] as string[], publishedAt: new Date(), deletedAt: null };

const said = {
  ...{ message: "", adults: 0, children: 0, isHidden: false, reason: "", offerEndsAt: null, position: null },
  ...{ createdAt: new Date(), decidedAt: null, answers: {} },
};

function reader(values: Partial<EventReader> = {}): EventReader {
  const identities = [ada, night, garden];
  const acting = values.acting ?? night;
  return {
    acting,
    proposed: acting,
    identities,
    zone: "UTC",
    participations: [],
    questions: [],
    waiting: 0,
    ...values,
  };
}

test("offers the acting identity first, and never the one that organises", () => {
  expect(candidatesOf(reader({ acting: garden }), event).map(({ id }) => id)).toEqual(["garden", "night"]);
});

test("offers the identity that was used here last before the acting one", () => {
  const back = reader({ acting: garden, proposed: night });
  expect(candidatesOf(back, event).map(({ id }) => id)).toEqual(["night", "garden"]);
});

test("whoever asked, is in or was refused stands with the event and is not offered again", () => {
  const asked = reader({
    participations: [
      { ...said, actorId: "garden", status: "rejected" },
      { ...said, actorId: "night", status: "approved" },
    ],
  });
  expect(standingsOf(asked).map(({ identity, status }) => [identity.id, status])).toEqual([
    ["night", "approved"],
    ["garden", "rejected"],
  ]);
  expect(candidatesOf(asked, event)).toEqual([]);
});

test("whoever was not heard elsewhere is told so, and may ask again in their own row alone", () => {
  const unheard = reader({
    participations: [{ ...said, actorId: "night", status: "left", decidedAt: new Date() }],
  });
  expect(standingsOf(unheard)).toMatchObject([{ identity: { id: "night" }, status: "unheard" }]);
  expect(candidatesOf(unheard, event).map(({ id }) => id)).toEqual(["garden"]);
});

test("whoever left may come back", () => {
  const left = reader({ participations: [{ ...said, actorId: "night", status: "left" }] });
  expect(standingsOf(left)).toEqual([]);
  expect(candidatesOf(left, event).map(({ id }) => id)).toContain("night");
});

test("another identity of the organiser's account does not manage the event, unless the organiser is proposed", () => {
  expect(isOrganizer(reader(), event)).toBe(false);
  expect(isOrganizer(reader({ acting: ada }), event)).toBe(true);
  expect(isOrganizer(reader({ proposed: ada }), event)).toBe(true);
});

test.each(["maybe", "declined", "waitlisted", "offered", "pending"] as const)("%s is an answer", (status) => {
  const answered = reader({ participations: [{ ...said, actorId: "night", status, adults: 2 }] });
  expect(standingsOf(answered)).toMatchObject([{ identity: { id: "night" }, status, own: { adults: 2 } }]);
  expect(candidatesOf(answered, event).map(({ id }) => id)).toEqual(["garden"]);
});
