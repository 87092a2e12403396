import type { Page } from "@playwright/test";
import sharp from "sharp";
import { announce as announceFor } from "./support/events";
import type { Face } from "./support/faces";
import * as act from "./support/faces";
import { mailTo } from "./support/mailbox";
import { type Person, signUp } from "./support/people";
import { type Exhibit, tiesBetween } from "./support/shared-values";
import { expect, test } from "./support/test";
import { ask, askStyleSheets, mailsAt, picturesIn, type Reader } from "./support/third-party";

// The story is told without scripts, which is quicker; payloads for them are asked for by themselves.
test.use({ javaScriptEnabled: false });

/** An account, with all that it could be known by. */
type Account = { page: Page; person: Person; zone: string; picture: act.Picture };

type Town = {
  /** Two of one account, and after each of them a stranger. */
  faces: [one: Face, stranger: Face, other: Face, anotherStranger: Face];
  accounts: Account[];
  olga: Account;
  readers: Record<"visitor" | "stranger" | "organiser", Reader>;
  /** What others got to see of each face. */
  shown: Map<Face, Exhibit[]>;
  /** The event of each face. */
  events: Map<Face, string>;
};

/**
 * Two identities of one account and two of strangers do the same things in turns: one, a stranger, the other, a stranger.
 * So whatever grows with time is between the two always a stranger's too, and what is left is a tie.
 */
test("two identities of one account have nothing in common for anybody else", async ({ newPerson }) => {
  test.setTimeout(240_000);
  const town = await test.step("people come", () => settle(newPerson));
  await test.step("all say who they are", () => eachFace(town, sayWhoTheyAre));
  await test.step("all announce an event", () => eachFace(town, announceOwn));
  await test.step("all change their event, which the organiser goes to", () => eachFace(town, changeOwn));
  await test.step("all ask to take part, are let in and lose the place", () => eachFace(town, askAndLose));
  await test.step("all go to one event, and two leave", () => goToOneEvent(town));
  await test.step("all make a calendar", () => eachFace(town, makeCalendar));
  await test.step("all are looked at", () => eachFace(town, lookAt));
  await test.step("all call their event off", () => eachFace(town, callOff));
  await test.step("two go for good", () => goForGood(town));
  await test.step("mails are opened", () => eachFace(town, openMails));

  const [one, stranger, other, anotherStranger] = town.faces.map((face) => exhibitsOf(town, face)) as [
    Exhibit[],
    Exhibit[],
    Exhibit[],
    Exhibit[],
  ];
  for (const face of town.faces) expect(mentionsOf(town, face), `seen of ${face.name}`).toBeGreaterThan(20);
  for (const face of town.faces) expect(namedBeside(town, face), `beside ${face.name}`).toEqual([]);
  const everybody = await askStyleSheets(town.readers.visitor);
  expect(tiesBetween(one, other, [...stranger, ...anotherStranger, ...everybody])).toEqual([]);
});

async function settle(newPerson: () => Promise<Page>): Promise<Town> {
  const [dark, light] = [await photograph("#2f6b45"), await photograph("#7a4a86")];
  const [ada, bela, cleo, olga, sven] = await Promise.all([
    newAccount(newPerson, { zone: "Pacific/Chatham", picture: dark }),
    newAccount(newPerson, { zone: "Asia/Kathmandu", picture: light }),
    newAccount(newPerson, { zone: "America/St_Johns", picture: light }),
    newAccount(newPerson, { zone: "Europe/Paris", picture: light }),
    newAccount(newPerson, { zone: "Europe/Paris", picture: light }),
  ]);
  const faces: Town["faces"] = [
    act.newFace(ada.page, wordOf(ada)),
    act.newFace(bela.page, wordOf(bela)),
    act.newFace(ada.page),
    act.newFace(cleo.page),
  ];
  await act.makeIdentity(faces[2]);
  await act.makeIdentity(faces[3]);
  const visitor = await newPerson();
  const readers = {
    visitor: { as: "visitor", request: visitor.request },
    stranger: { as: "stranger", request: sven.page.request },
    organiser: { as: "organiser", request: olga.page.request },
  };
  const accounts = [ada, bela, cleo, olga, sven];
  return { faces, accounts, olga, readers, shown: new Map(), events: new Map() };
}

/** Its address has nothing to do with its identities, and the zone is one that no event is in. */
async function newAccount(
  newPerson: () => Promise<Page>,
  { zone, picture }: Pick<Account, "zone" | "picture">,
): Promise<Account> {
  const page = await newPerson();
  const { handle, name } = act.newFace(page);
  const person = { handle, name, email: `${act.newWord()}@example.org`, password: `bells ${act.newWord()}` };
  await signUp(page, person);
  await page.goto("/my/settings");
  await page.locator("#zone-form select[name=zone]").selectOption(zone);
  await page.locator("#zone-form button[type=submit]").last().click();
  await expect(page.locator("#zone-form .alert-success")).toBeVisible();
  return { page, person, zone, picture };
}

async function sayWhoTheyAre(town: Town, face: Face) {
  await act.dress(face, accountOf(town, face).picture);
}

async function announceOwn(town: Town, face: Face) {
  town.events.set(face, await act.announce(face, accountOf(town, face).picture));
}

async function changeOwn(town: Town, face: Face) {
  await act.join(act.newFace(town.olga.page, wordOf(town.olga)), eventOf(town, face));
  await act.moveElsewhere(face, eventOf(town, face));
}

/** Each at an event of its own, so that all of the organiser's page is about one face. */
async function askAndLose(town: Town, face: Face) {
  const { olga, readers } = town;
  const path = await announceFor(olga.page, { title: "By invitation", approval: true });
  const list = `${path}/participants`;
  await act.join(face, path, `Hello from ${face.word}!`);
  await keep(town, face, [list, path], Object.values(readers));
  await act.decide(olga.page, path, "let in");
  await keep(town, face, [`${list}?tab=going`], [readers.organiser]);
  await keepPayloads(town, face, [`${list}?tab=going`], [readers.organiser]);
  await act.decide(olga.page, path, "take back");
  await keep(town, face, [`${list}?tab=refused`], [readers.organiser]);
  await keep(town, face, [path], Object.values(readers));
}

/** By now one account reads French, which nobody else should notice. */
async function goToOneEvent(town: Town) {
  const [ada] = town.accounts as [Account];
  const path = await announceFor(town.olga.page, { title: "All together" });
  await act.readFrench(ada.page);
  for (const face of town.faces) await act.join(face, path);
  const { text } = await ask(town.readers.organiser, `${path}/participants?tab=going`);
  const rows = [...text.matchAll(/<li id="p-.*?<\/li>/gs)].map(([row]) => row);
  for (const face of town.faces) {
    const own = rows.filter((row) => row.includes(face.word));
    expect(own, "rows of participants about one face").toHaveLength(1);
    show(town, face, { from: "row of participants", text: own.join() });
  }
  await talk(town, path);
  for (const face of town.faces.slice(2)) await act.leave(face, path);
}

async function talk(town: Town, path: string) {
  const { faces, readers } = town;
  for (const face of faces) await act.say(face, path, `Good evening from ${face.word}!`);
  const { text } = await ask(readers.visitor, path);
  const threads = [...text.matchAll(/<li[^>]*comment-thread.*?<\/li>/gs)].map(([thread]) => thread);
  for (const face of faces) {
    const own = threads.filter((thread) => thread.includes(face.word)).join();
    expect(own).toContain(`Good evening from ${face.word}!`);
    show(town, face, { from: "comment", text: own });
  }
}

/** Whoever is given its address sees no more than that face. */
async function makeCalendar(town: Town, face: Face) {
  await keep(town, face, [await act.calendarOf(face)], [town.readers.visitor]);
}

async function lookAt(town: Town, face: Face) {
  const { readers } = town;
  const [profile, event] = [`/@${face.handle}`, eventOf(town, face)];
  const everybody = Object.values(readers);
  await keep(town, face, await picturesOf(town, [profile, event]), [readers.visitor]);
  await keep(town, face, [profile, event], everybody);
  await keepPayloads(town, face, [profile, event], everybody);
  await keep(town, face, [profile, event], [readers.visitor], { "accept-language": "fr" });
  const feeds = [`/feeds/identities/${face.handle}`, `/feeds/tags/${face.word}`];
  const files = [`${event}/event`, ...feeds].flatMap((file) => [`${file}.ics`, `${file}.atom`]);
  await keep(town, face, [...files, `${event}/preview.png`, `/tags/${face.word}`], [readers.visitor]);
  const closed = [`${event}/edit`, `${event}/participants`, `/my/identities/${face.handle}`];
  const missing = [`${profile}/nothing`, `${event}x`, `/@${face.handle.toUpperCase()}`];
  await keep(town, face, [...closed, ...missing], everybody);
  await keep(town, face, [`/moderation/accounts/${face.handle}`], everybody);
  show(town, face, await tryHandle(town, face));
}

/** Each size of each picture, once they are ready, and one that there is not. */
async function picturesOf({ readers }: Town, pages: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of pages) {
    await expect(async () => {
      const pictures = picturesIn(await ask(readers.visitor, path));
      expect(pictures.length).toBeGreaterThan(1);
      found.push(...pictures);
    }).toPass();
  }
  return found.flatMap((path) => [path, path.replace(/-\d+\.webp/, "-1.webp")]);
}

/** What somebody is told who wants to have the handle too. */
async function tryHandle({ accounts }: Town, { handle }: Face): Promise<Exhibit> {
  const { page } = accounts.at(-1)!;
  await page.goto("/my/identities/new");
  await page.getByLabel("Name", { exact: true }).fill("Sven");
  await page.getByLabel("Handle").fill(handle);
  await page.getByRole("button", { name: "Create this identity" }).click();
  await expect(page.getByText("This handle is taken.").first()).toBeVisible();
  return { from: "a handle that is taken", text: await page.content() };
}

async function callOff(town: Town, face: Face) {
  await act.cancel(face, eventOf(town, face));
  await keep(town, face, [eventOf(town, face)], Object.values(town.readers));
  await mailTo(town.olga.person.email, new RegExp(`${face.word}.*cancelled`));
}

/** The second identity of one account, and one of a stranger; what is left of all four is asked for again. */
async function goForGood(town: Town) {
  for (const face of town.faces.slice(2)) await act.goForGood(face, accountOf(town, face).person.password);
  for (const face of town.faces) {
    const paths = [`/@${face.handle}`, eventOf(town, face), `${eventOf(town, face)}/event.ics`];
    await keep(town, face, paths, Object.values(town.readers));
    await keep(town, face, paths.slice(0, 2), Object.values(town.readers), { rsc: "1" });
    show(town, face, await tryHandle(town, face));
  }
}

async function openMails(town: Town, face: Face) {
  const mails = await mailsAt(town.olga.person.email);
  const about = mails.filter(({ text }) => text.includes(face.word));
  // It asked; the organiser came, and heard that nothing takes place: of the other place only half an hour later.
  expect(about.length, "mails about one face").toBeGreaterThanOrEqual(3);
  show(town, face, ...about);
}

/** Words of other faces, and what belongs to an account alone, among what is told of this face. */
function namedBeside({ shown, faces, accounts }: Town, face: Face): string[] {
  const told = (shown.get(face) ?? []).map(({ text }) => text).join("\n");
  const words = faces.filter((other) => other !== face).map(({ word }) => word);
  const secrets = accounts.slice(0, 3).flatMap(({ person, zone }) => [person.email.split("@")[0]!, zone]);
  return [...words, ...secrets].filter((word) => told.includes(word));
}

/** How many answers are about it at all, lest everything was refused and nothing compared. */
function mentionsOf(town: Town, { word }: Face): number {
  return town.faces
    .flatMap((face) => exhibitsOf(town, face))
    .filter(({ text }) => text.startsWith("200") && text.includes(word)).length;
}

async function keep(
  town: Town,
  face: Face,
  paths: string[],
  readers: Reader[],
  headers?: Record<string, string>,
) {
  for (const path of paths) {
    for (const reader of readers) show(town, face, await ask(reader, path, headers));
  }
}

/** What the framework's scripts would get instead of a page. */
async function keepPayloads(town: Town, face: Face, paths: string[], readers: Reader[]) {
  const before = exhibitsOf(town, face).length;
  await keep(town, face, paths, readers, { rsc: "1" });
  for (const { from, text } of exhibitsOf(town, face).slice(before)) {
    expect(text, from).toMatch(new RegExp(`^200\\b.*text/x-component.*${face.word}`, "s"));
  }
}

function show({ shown }: Town, face: Face, ...exhibits: Exhibit[]) {
  shown.set(face, [...(shown.get(face) ?? []), ...exhibits]);
}

async function eachFace(town: Town, work: (town: Town, face: Face) => Promise<void>) {
  for (const face of town.faces) await work(town, face);
}

function exhibitsOf({ shown }: Town, face: Face): Exhibit[] {
  return shown.get(face) ?? [];
}

function eventOf({ events }: Town, face: Face): string {
  return events.get(face)!;
}

function accountOf({ accounts }: Town, { page }: Face): Account {
  return accounts.find((account) => account.page === page)!;
}

function wordOf({ person }: Account): string {
  return person.handle.replace("face_", "");
}

async function photograph(background: string): Promise<act.Picture> {
  const noise = { type: "gaussian", mean: 128, sigma: 30 } as const;
  const buffer = await sharp({ create: { width: 1800, height: 1200, channels: 3, background, noise } })
    .withExif({ IFD0: { Artist: act.newWord() } })
    .jpeg()
    .toBuffer();
  return { name: `${act.newWord()}.jpg`, mimeType: "image/jpeg", buffer };
}
