import type { Page } from "@playwright/test";
import { dayIn } from "./support/events";
import type { Face } from "./support/faces";
import * as act from "./support/faces";
import { linkIn, mailTo } from "./support/mailbox";
import { submit } from "./support/submit";
import { expect, test } from "./support/test";
import { ask, mailsAt, type Reader, unpack } from "./support/third-party";
import { eachFace, expectNoTies, faceOf, keep, settle, show, showParts, type Town } from "./support/wall";

test.use({ javaScriptEnabled: false });

/** Somebody who takes part with nothing but an address, and looks on. */
type Guest = Reader & { email: string; own: string };

/** As in the other stories of the wall, two identities of one account and two of strangers do the same things in turns. */
test("two identities of one account take part in one event, and nobody else can tell", async ({
  newPerson,
}) => {
  test.setTimeout(240_000);
  const town = await test.step("people come", () => settle(newPerson));
  const path = await test.step("one announces", () => announce(town, { capacity: "20", guestsAllowed: "2" }));
  const guest = await test.step("one comes without an account", async () =>
    comeByMail(await newPerson(), path));
  await test.step("all come", () =>
    eachFace(town, (_, face) => act.join(face, path, `Hello from ${face.word}!`)));
  await test.step("all are looked at", () => lookAtAll(town, path, guest));
  await test.step("all are not sure, and come with another", () =>
    eachFace(town, (_, face) => waver(face, path)));
  await test.step("all are looked at again", () => lookAtAll(town, path, guest));
  await test.step("all are told something", () => tellAll(town, path));
  await test.step("all wait in line, and move up", () => waitInLine(town));
  await test.step("all leave", () => leaveAll(town, path));
  await test.step("mails are opened", () => openMails(town, guest));
  await expectNoTies(town);
});

async function announce({ olga }: Town, values: Record<string, string>): Promise<string> {
  const day = dayIn(30);
  const times = { startsAt: `${day}T19:00`, endsAt: `${day}T22:00`, zone: "Europe/Paris" };
  const event = { title: "All together", ...times, guestList: "everybody", intent: "publish", ...values };
  return new URL((await submit(olga.page, "/events/new", event)).url()).pathname;
}

async function comeByMail(page: Page, path: string): Promise<Guest> {
  const email = `${act.newWord()}@example.org`;
  await submit(page, path, { email, answer: "going" });
  const link = linkIn(await mailTo(email, /confirm/), "/answers/confirm/");
  const own = new URL((await submit(page, link, { token: link.split("/").at(-1)! })).url()).pathname;
  return { as: "guest", request: page.request, email, own };
}

/** What is said of everybody, taken apart: in the hosts' lists and files, and to whoever looks. */
async function lookAtAll(town: Town, path: string, guest: Guest) {
  const { organiser, stranger, visitor } = town.readers;
  const list = `${path}/participants`;
  showParts(town, await ask(organiser, `${list}?tab=going`), /<li id="p-.*?<\/li>/gs);
  showParts(town, await ask(organiser, `${list}/print?tab=going`), /<tr>.*?<\/tr>/gs);
  showParts(town, await ask(organiser, `${list}.csv`), /[^\n]+/g);
  const [sheet] = await unpack(await organiser.request.get(`${list}.ods`), /^content\.xml$/);
  showParts(town, { from: "sheet", text: sheet!.text }, /<table:table-row>.*?<\/table:table-row>/gs);
  for (const reader of [visitor, stranger, guest, organiser]) {
    showParts(town, await ask(reader, path), /<li>.*?<\/li>/gs);
    showParts(town, await ask(reader, `${path}/people`), /<li>.*?<\/li>/gs);
  }
  await keepForEach(town, [`${list}`, `${list}.csv`, `${list}.ods`, `${list}/print`], [visitor, stranger]);
  await keepForEach(town, [guest.own, `${guest.own}/event.ics`], [guest]);
}

async function keepForEach(town: Town, paths: string[], readers: Reader[]) {
  for (const face of town.faces) await keep(town, face, paths, readers);
}

async function waver(face: Face, path: string) {
  await act.changeAnswer(face, path, { answer: "maybe" });
  await act.changeAnswer(face, path, { answer: "going", adults: 1 });
}

/** Hosts are told how many were told: as many as take part, whoever shares a mailbox. */
async function tellAll(town: Town, path: string) {
  const { olga, readers } = town;
  await submit(olga.page, `${path}/messages`, {
    audience: "going",
    subject: "Bring a cup",
    body: "And a spoon.",
  });
  const { text } = await ask(readers.organiser, `${path}/messages`);
  expect(text).toContain("5 people");
}

/** One has the only place, and lets it go: whoever is first gets it, and lets it go too. */
async function waitInLine(town: Town) {
  const { sven, readers, faces } = town;
  const path = await announce(town, { capacity: "1", waitlist: "automatic" });
  await act.join(faceOf(sven), path);
  for (const face of faces) await act.join(face, path, `Waiting: ${face.word}`);
  showParts(town, await ask(readers.organiser, `${path}/participants?tab=line`), /<li id="p-.*?<\/li>/gs);
  showParts(town, await ask(readers.organiser, `${path}/participants.csv?tab=line`), /[^\n]+/g);
  await act.leave(faceOf(sven), path);
  for (const face of faces) {
    await keep(town, face, [path, `${path}/people`, `${path}/participants?tab=going`], [readers.organiser]);
    await keep(town, face, [path, `${path}/people`], [readers.visitor]);
    await act.leave(face, path);
  }
  showParts(town, await ask(readers.organiser, `${path}/participants?tab=left`), /<li id="p-.*?<\/li>/gs);
}

async function leaveAll(town: Town, path: string) {
  for (const face of town.faces) await act.leave(face, path);
  showParts(
    town,
    await ask(town.readers.organiser, `${path}/participants?tab=left`),
    /<li id="p-.*?<\/li>/gs,
  );
  showParts(town, await ask(town.readers.organiser, `${path}/participants.csv`), /[^\n]+/g);
}

/** Others who take part read nothing of them in their mails and calendars; what hosts read names one at a time. */
async function openMails(town: Town, { email }: Guest) {
  const { olga, sven, faces, accounts } = town;
  const words = faces.map(({ word }) => word);
  for (const address of [email, sven.person.email]) {
    const mails = await mailsAt(address);
    expect(mails.length).toBeGreaterThanOrEqual(2);
    for (const { from, text } of mails) for (const word of words) expect(text, from).not.toContain(word);
  }
  for (const { person } of accounts.slice(0, 3)) {
    for (const { from, text } of await mailsAt(person.email)) {
      expect(words.filter((word) => text.includes(word)).length, from).toBeLessThanOrEqual(1);
    }
  }
  for (const face of faces) {
    const mails = await mailsAt(olga.person.email);
    show(town, face, ...mails.filter(({ text }) => text.includes(face.word)));
  }
}
