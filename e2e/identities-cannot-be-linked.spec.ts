import { announce as announceFor } from "./support/events";
import type { Face } from "./support/faces";
import * as act from "./support/faces";
import { mailTo } from "./support/mailbox";
import type { Exhibit } from "./support/shared-values";
import { expect, test } from "./support/test";
import { ask, mailsAt, picturesIn } from "./support/third-party";
import {
  accountOf,
  eachFace,
  eventOf,
  expectNoTies,
  faceOf,
  keep,
  keepPayloads,
  settle,
  show,
  showParts,
  type Town,
} from "./support/wall";

// The story is told without scripts, which is quicker; payloads for them are asked for by themselves.
test.use({ javaScriptEnabled: false });

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

  await expectNoTies(town);
});

async function sayWhoTheyAre(town: Town, face: Face) {
  await act.dress(face, accountOf(town, face).picture);
}

async function announceOwn(town: Town, face: Face) {
  town.events.set(face, await act.announce(face, accountOf(town, face).picture));
}

async function changeOwn(town: Town, face: Face) {
  await act.join(faceOf(town.olga), eventOf(town, face));
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
  const path = await announceFor(town.olga.page, { title: "All together" });
  await act.readFrench(town.faces[0].page);
  for (const face of town.faces) await act.join(face, path);
  const list = await ask(town.readers.organiser, `${path}/participants?tab=going`);
  showParts(town, list, /<li id="p-.*?<\/li>/gs);
  await talk(town, path);
  for (const face of town.faces.slice(2)) await act.leave(face, path);
}

async function talk(town: Town, path: string) {
  const { faces, readers } = town;
  for (const face of faces) await act.say(face, path, `Good evening from ${face.word}!`);
  showParts(town, await ask(readers.visitor, path), /<li[^>]*comment-thread.*?<\/li>/gs);
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
  await keep(town, face, documentsOf(face, event), [readers.visitor], {
    accept: "application/activity+json",
  });
  const closed = [`${event}/edit`, `${event}/participants`, `/my/identities/${face.handle}`];
  const missing = [`${profile}/nothing`, `${event}x`, `/@${face.handle.toUpperCase()}`];
  await keep(town, face, [...closed, ...missing], everybody);
  await keep(town, face, [`/moderation/accounts/${face.handle}`], everybody);
  show(town, face, await tryHandle(town, face));
}

/** What other servers are told of an identity and its event. */
function documentsOf({ handle }: Face, event: string): string[] {
  const profile = `/@${handle}`;
  const { host } = new URL(test.info().project.use.baseURL!);
  return [
    ...[profile, event],
    ...["outbox", "outbox?page=1", "upcomingEvents?page=1", "followers", "following"].map(
      (name) => `${profile}/${name}`,
    ),
    ...["attendees", "replies?page=1", "organizers", "note"].map((name) => `${event}/${name}`),
    `/.well-known/webfinger?resource=acct:${handle}@${host}`,
  ];
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
async function tryHandle({ sven }: Town, { handle }: Face): Promise<Exhibit> {
  const { page } = sven;
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
