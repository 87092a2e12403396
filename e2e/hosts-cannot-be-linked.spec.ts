import { announce } from "./support/events";
import type { Face } from "./support/faces";
import * as act from "./support/faces";
import { answerHosting, askToHost, changeHosting, follow } from "./support/faces-hosting";
import { mailTo } from "./support/mailbox";
import { expect, test } from "./support/test";
import { ask, mailsAt, recordsIn } from "./support/third-party";
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

test.use({ javaScriptEnabled: false });

/** As in the other stories of the wall, two identities of one account and two of strangers do the same things in turns. */
test("two identities of one account host and follow, and nobody else can tell", async ({ newPerson }) => {
  test.setTimeout(300_000);
  const town = await test.step("people come", () => settle(newPerson));
  await test.step("all say who they are", () => eachFace(town, sayWhoTheyAre));
  await test.step("all host with another, and stop", () => eachFace(town, hostWithAnother));
  await test.step("all decline to host", () => eachFace(town, decline));
  await test.step("all follow and are followed", () => eachFace(town, followAndBeFollowed));
  await test.step("all ask another to host, and hand it over", () => eachFace(town, askAnother));
  await test.step("who follows them all sees what they announce", () => lookAtFollowed(town));
  await test.step("what was handed over is called off", () => callOff(town));
  await test.step("all host one event", () => hostOneEvent(town));
  await test.step("two go for good", () => goForGood(town));
  await test.step("mails and the copy of one's data are opened", () => openAll(town));
  await expectNoTies(town);
});

/** With a picture: drawings are made of few colours and shapes, and alike by chance. */
async function sayWhoTheyAre(town: Town, face: Face) {
  await act.dress(face, accountOf(town, face).picture);
}

/** Each at an event of its own. The organiser of all of them is the same, so it is named beside each. */
async function hostWithAnother(town: Town, face: Face) {
  const { olga, sven, readers } = town;
  const everybody = Object.values(readers);
  const path = await announce(olga.page, { title: "With others", approval: true });
  await askToHost(faceOf(olga), path, face.handle);
  await keep(town, face, [`${path}/hosts`, path], everybody);
  await answerHosting(face, path, "accept");
  await mailTo(olga.person.email, new RegExp(face.word));
  await act.join(faceOf(sven), path, `Hello to ${face.word}!`);
  await act.decide(face.page, path, "let in");
  await act.moveElsewhere(face, path, "House of all");
  await keep(
    town,
    face,
    [path, `${path}/hosts`, `${path}/participants?tab=going`, `/@${face.handle}`],
    everybody,
  );
  await keepPayloads(town, face, [`${path}/hosts`], [readers.organiser]);
  await keepPayloads(town, face, [path], everybody);
  const feeds = [
    `${path}/event.ics`,
    `/feeds/identities/${face.handle}.ics`,
    `/feeds/identities/${face.handle}.atom`,
  ];
  await keep(town, face, feeds, [readers.visitor]);
  await changeHosting(face, path, { of: face.handle, change: "stop" });
  await keep(town, face, [path, `${path}/hosts`], everybody);
}

async function decline(town: Town, face: Face) {
  const { olga, readers } = town;
  const path = await announce(olga.page, { title: "Alone after all" });
  await askToHost(faceOf(olga), path, face.handle);
  await answerHosting(face, path, "decline");
  await keep(town, face, [`${path}/hosts`], [readers.organiser]);
  await askToHost(faceOf(olga), path, faceOf(town.sven).handle);
  await keep(town, face, [`${path}/hosts`, path], Object.values(readers));
}

/** The other hosts with it, is told to go, comes again, and gets the event as its own. */
async function askAnother(town: Town, face: Face) {
  const { olga, readers } = town;
  const { handle } = faceOf(olga);
  const path = await act.announce(face, accountOf(town, face).picture);
  town.events.set(face, path);
  await askToHost(face, path, handle);
  await keep(town, face, [`${path}/hosts`], [readers.organiser, readers.stranger]);
  await answerHosting(faceOf(olga), path, "accept");
  await keep(town, face, [path, `${path}/hosts`], Object.values(readers));
  await changeHosting(face, path, { of: handle, change: "remove" });
  await askToHost(face, path, handle);
  await answerHosting(faceOf(olga), path, "accept");
  await changeHosting(face, path, { of: handle, change: "hand over" });
  // Its page names others that went to the same organiser.
  await keep(town, face, [`${path}/hosts`, `${path}/participants`], Object.values(readers));
  await keepPayloads(town, face, [`${path}/hosts`], [readers.organiser]);
}

async function callOff(town: Town) {
  for (const face of town.faces) await act.cancel(faceOf(town.olga), eventOf(town, face));
  for (const face of town.faces) await keep(town, face, [eventOf(town, face)], Object.values(town.readers));
}

async function hostOneEvent(town: Town) {
  const { olga, readers, faces } = town;
  const path = await announce(olga.page, { title: "All together" });
  for (const face of faces) await askToHost(faceOf(olga), path, face.handle);
  for (const face of faces) await answerHosting(face, path, "accept");
  showParts(town, await ask(readers.organiser, `${path}/hosts`), /<li>.*?<\/li>/gs);
  showParts(town, await ask(readers.visitor, path), /<a [^>]*p-organizer.*?<\/a>/gs);
}

/** Who is followed is not told, and sees nothing of it. */
async function followAndBeFollowed(town: Town, face: Face) {
  const { olga, sven, readers } = town;
  await follow(face, faceOf(olga).handle);
  await keep(town, face, [`/@${faceOf(olga).handle}`], Object.values(readers));
  await keep(town, face, ["/my/follows", "/my/notifications"], [readers.organiser]);
  await follow(faceOf(sven), face.handle);
  await keep(town, face, [`/@${face.handle}`, "/my/follows"], [readers.stranger]);
  await keepPayloads(town, face, [`/@${face.handle}`, "/my/follows"], [readers.stranger]);
  await follow(faceOf(sven), face.handle);
}

async function lookAtFollowed(town: Town) {
  const { sven, readers, faces } = town;
  for (const face of faces) {
    await follow(faceOf(sven), face.handle);
    const { text } = await ask(readers.stranger, "/");
    const followed = /aria-labelledby="front-followed".*?<\/section>/s.exec(text)?.[0] ?? "";
    expect(followed, "what is shown of whom somebody follows").toContain(face.word);
    show(town, face, { from: "front page", text: followed });
    await follow(faceOf(sven), face.handle);
  }
  for (const face of faces) await follow(faceOf(sven), face.handle);
  showParts(town, await ask(readers.stranger, "/my/follows"), /<li>.*?<\/li>/gs);
}

/** Whom others follow, who hosts with others, and whose event went to another. */
async function goForGood(town: Town) {
  for (const face of town.faces.slice(2)) await act.goForGood(face, accountOf(town, face).person.password);
  for (const face of town.faces) {
    await keep(town, face, [`/@${face.handle}`, eventOf(town, face)], Object.values(town.readers));
  }
}

async function openAll(town: Town) {
  const { olga, sven, faces } = town;
  await olga.page.goto("/my/data");
  await olga.page.getByRole("button", { name: "Make the file" }).click();
  await mailTo(olga.person.email, /data .* are ready/);
  await olga.page.goto("/my/data");
  const records = await recordsIn(olga.page);
  for (const face of faces) {
    const mails = [...(await mailsAt(olga.person.email)), ...(await mailsAt(sven.person.email))];
    const about = [...mails, ...records].filter(({ text }) => text.includes(face.word));
    // It came to host, stopped, declined, asked twice, told to go once, and handed over.
    expect(about.length, "mails and records about one face").toBeGreaterThanOrEqual(7);
    show(town, face, ...about);
  }
}
