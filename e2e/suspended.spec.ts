import type { Page } from "@playwright/test";
import * as act from "./support/faces";
import { follow } from "./support/faces-hosting";
import { mailTo } from "./support/mailbox";
import { decide, reportThing } from "./support/moderating";
import { signUp } from "./support/people";
import { signInSeeded, test } from "./support/seeded-town";
import { documentsFor, pagesFor, type Subject, seenOf, sitemapsOf } from "./support/surfaces";
import { expect } from "./support/test";

// Told without scripts, which is quicker.
test.use({ javaScriptEnabled: false });

type Readers = Record<"visitor" | "follower" | "organizer" | "moderator", Page>;

test("what a suspended identity, or account, said and did is nowhere, and everywhere again once that is lifted", async ({
  newPerson,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const readers = await gather(newPerson);
  const face = act.newFace(await newPerson());
  const subject = await test.step("it does all that is seen of somebody", () =>
    live(face, readers, baseURL!));
  await hideAndShow(subject, readers, {
    ...{ kind: "identity", name: face.handle },
    meanwhile: expectGuestsTold,
    withAccount: true,
  });
});

test("so is what comes from an identity of another server", async ({ newPerson }) => {
  test.setTimeout(120_000);
  const readers = await gather(newPerson);
  const path = "/@cloches@bells.example";
  const events = await (await readers.visitor.request.get(path)).text();
  const [, event] = /"(\/events\/[a-z2-9]{14})"/.exec(events)!;
  const searches = ["cloches", "patrimoine"].flatMap((word) => [
    `/search?q=${word}`,
    `/feeds/search.atom?q=${word}`,
  ]);
  const pages = ["/", "/?page=2", "/?page=3", "/tags/cloches", "/tags/patrimoine", event!, path, ...searches];
  const marks = /Cloches de Lyon|Changer les cloches|@cloches@bells/i;
  const surfaces = [
    ...pagesFor("visitor", readers.visitor, pages),
    ...pagesFor("member", readers.organizer, [...pages, "/my/feed", "/my/follows", "/my/events"]),
  ];
  await hideAndShow({ marks, surfaces }, readers, { kind: "identity", name: "cloches@bells.example" });
});

/** Whoever looks must have seen much of it before, nothing meanwhile, and all of it again after that. */
async function hideAndShow(
  subject: Subject,
  { follower, moderator }: Readers,
  { meanwhile, withAccount, ...named }: Reported,
) {
  const words = `Look at ${named.name}, please`;
  const caseId = await reportThing(follower, { ...named, words }, moderator);
  const before = await test.step("all see it", () => seenOf(subject));
  expect(before.length).toBeGreaterThan(subject.surfaces.length / 2);

  await decide(moderator, caseId, { act: "suspend", reason: "Again and again", span: "7" });
  await test.step("suspended, nobody does", async () => expect(await seenOf(subject)).toEqual([]));
  await meanwhile?.();

  await decide(moderator, caseId, { act: "unsuspend", reason: "A mistake of ours" });
  await test.step("back, all do", async () => expect(await seenOf(subject)).toEqual(before));
  if (!withAccount) return;

  await decide(moderator, caseId, { act: "lock-account", reason: "Under many names", hides: "yes" });
  await test.step("gone with its account, nobody does", async () =>
    expect(await seenOf(subject)).toEqual([]));
  await decide(moderator, caseId, { act: "open-account", reason: "A mistake of ours" });
  await test.step("opened again, all do", async () => expect(await seenOf(subject)).toEqual(before));
}

/** `withAccount`: an account of here, which then goes out of sight too. */
type Reported = { kind: "identity"; name: string; meanwhile?: () => Promise<void>; withAccount?: true };

/** Guests are told that the event is off. */
async function expectGuestsTold() {
  await mailTo("grace@example.org", /not shown on/);
}

async function gather(newPerson: () => Promise<Page>): Promise<Readers> {
  const visitor = await newPerson();
  const [follower, organizer, moderator] = [await newPerson(), await newPerson(), await newPerson()];
  await signInSeeded(follower, "grace");
  await signInSeeded(organizer, "ada");
  await signInSeeded(moderator, "linus");
  return { visitor, follower, organizer, moderator };
}

/** Announces with a picture, speaks and asks to come elsewhere, is followed and has guests; answers where that is seen. */
async function live(
  face: act.Face,
  { visitor, follower, organizer }: Readers,
  origin: string,
): Promise<Subject> {
  const { word, handle, name, page } = face;
  await signUp(page, { handle, name, email: `${word}@example.org`, password: `bells ${word}` });
  const picture = await act.photograph("#2f6b45");
  await act.dress(face, picture);
  const event = await act.announce(face, picture);
  await act.moveElsewhere(face, event);
  const grace = { ...face, page: follower, handle: "grace" };
  await follow(grace, handle);
  await act.join(grace, event);
  await mailTo("grace@example.org", new RegExp(word));
  const profile = await (await organizer.request.get("/@ada")).text();
  const elsewhere = /"(\/events\/[a-z2-9]{14})"/.exec(profile)![1]!;
  await act.say(face, elsewhere, `Good evening from ${word}!`);
  await act.join(face, elsewhere, `Hello from ${word}!`);

  const own = [`/@${handle}`, event, `${event}/people`, `${event}/event.ics`, `${event}/preview.png`];
  const lists = ["/", "/?page=2", "/?page=3", `/tags/${word}`, `/search?q=${word}`, elsewhere];
  const names = ["all", `identities/${handle}`, `tags/${word}`];
  const feeds = names.flatMap((file) => [`/feeds/${file}.ics`, `/feeds/${file}.atom`]);
  const searched = [`/feeds/search.ics?q=${word}`, `/feeds/search.atom?q=${word}`];
  const { host } = new URL(origin);
  const finger = `/.well-known/webfinger?resource=acct:${handle}@${host}`;
  const collections = ["outbox?page=1", "upcomingEvents?page=1", "followers", "following"];
  const ofEvent = ["", "/attendees", "/organizers", "/replies?page=1", "/note"];
  const documents = [
    ...[`/@${handle}`, ...collections.map((part) => `/@${handle}/${part}`), finger],
    ...ofEvent.map((part) => event + part),
    ...["/replies?page=1", "/attendees"].map((part) => elsewhere + part),
  ];
  const list = `${elsewhere}/participants`;
  const visited = [...own, ...lists, ...feeds, ...searched, ...(await sitemapsOf(visitor))];
  const marks = new RegExp(`(?:of|from|about|around) ${word}|face_${word}`, "i");
  return {
    marks,
    surfaces: [
      ...pagesFor("visitor", visitor, [...visited, ...(await picturesOn(visitor, [event, `/@${handle}`]))]),
      ...pagesFor("follower", follower, [
        ...own,
        ...lists,
        "/my/feed",
        "/my/follows",
        "/my/events?tab=going",
      ]),
      ...pagesFor("organizer", organizer, [
        ...lists,
        list,
        `${list}/print`,
        `${list}.csv`,
        `${elsewhere}/people`,
      ]),
      ...documentsFor(visitor, documents),
    ],
  };
}

async function picturesOn(reader: Page, paths: string[]): Promise<string[]> {
  const texts = await Promise.all(paths.map(async (path) => (await reader.request.get(path)).text()));
  return [...new Set(texts.join().match(/\/media\/[\w-]+\.webp/g))];
}
