import { expect, type Page } from "@playwright/test";
import * as act from "./faces";
import { type Person, signUp } from "./people";
import { type Exhibit, tiesBetween } from "./shared-values";
import { ask, askStyleSheets, type Reader } from "./third-party";

/** An account, with all that it could be known by. */
type Account = { page: Page; person: Person; zone: string; picture: act.Picture };

export type Town = {
  /** Two of one account, and after each of them a stranger. */
  faces: [one: act.Face, stranger: act.Face, other: act.Face, anotherStranger: act.Face];
  accounts: Account[];
  /** Who has to do with all of them, and who with none. */
  olga: Account;
  sven: Account;
  readers: Record<"visitor" | "stranger" | "organiser", Reader>;
  /** What others got to see of each face. */
  shown: Map<act.Face, Exhibit[]>;
  /** The event of each face. */
  events: Map<act.Face, string>;
};

/** People come: all have an account, and two of them one identity more. */
export async function settle(newPerson: () => Promise<Page>): Promise<Town> {
  const [dark, light] = [await act.photograph("#2f6b45"), await act.photograph("#7a4a86")];
  const [ada, bela, cleo, olga, sven] = await Promise.all([
    newAccount(newPerson, { zone: "Pacific/Chatham", picture: dark }),
    newAccount(newPerson, { zone: "Asia/Kathmandu", picture: light }),
    newAccount(newPerson, { zone: "America/St_Johns", picture: light }),
    newAccount(newPerson, { zone: "Europe/Paris", picture: light }),
    newAccount(newPerson, { zone: "Europe/Paris", picture: light }),
  ]);
  const faces: Town["faces"] = [faceOf(ada), faceOf(bela), act.newFace(ada.page), act.newFace(cleo.page)];
  await act.makeIdentity(faces[2]);
  await act.makeIdentity(faces[3]);
  const visitor = await newPerson();
  const readers = {
    visitor: { as: "visitor", request: visitor.request },
    stranger: { as: "stranger", request: sven.page.request },
    organiser: { as: "organiser", request: olga.page.request },
  };
  const accounts = [ada, bela, cleo, olga, sven];
  return { faces, accounts, olga, sven, readers, shown: new Map(), events: new Map() };
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

/** Others were told much of each face, of no other beside it, and nothing that would tie the two of one account. */
export async function expectNoTies(town: Town): Promise<void> {
  const { faces, readers } = town;
  for (const face of faces) expect(mentionsOf(town, face), `seen of ${face.name}`).toBeGreaterThan(15);
  for (const face of faces) expect(namedBeside(town, face), `beside ${face.name}`).toEqual([]);
  const [one, stranger, other, anotherStranger] = faces;
  const of = (face: act.Face) => exhibitsOf(town, face);
  const common = [...of(stranger), ...of(anotherStranger), ...(await askStyleSheets(readers.visitor))];
  expect(tiesBetween(of(one), of(other), common)).toEqual([]);
}

/** Words of other faces, and what belongs to an account alone, among what is told of this face. */
function namedBeside({ shown, faces, accounts }: Town, face: act.Face): string[] {
  const words = faces.filter((other) => other !== face).map(({ word }) => word);
  const secrets = accounts.slice(0, 3).flatMap(({ person, zone }) => [person.email.split("@")[0]!, zone]);
  return (shown.get(face) ?? []).flatMap(({ from, text }) =>
    [...words, ...secrets].filter((word) => text.includes(word)).map((word) => `${word} in ${from}`),
  );
}

/** How much was told at all, lest everything was refused and nothing compared. */
function mentionsOf(town: Town, face: act.Face): number {
  const told = exhibitsOf(town, face).filter(({ text }) => !/^[345]\d\d\n/.test(text));
  return told.filter(({ text }) => text.includes(face.word)).length;
}

/** What these readers are answered, as something told of the face. */
export async function keep(
  town: Town,
  face: act.Face,
  paths: string[],
  readers: Reader[],
  headers?: Record<string, string>,
) {
  for (const path of paths) {
    for (const reader of readers) show(town, face, await ask(reader, path, headers));
  }
}

/** What the framework's scripts would get instead of a page. */
export async function keepPayloads(town: Town, face: act.Face, paths: string[], readers: Reader[]) {
  const before = exhibitsOf(town, face).length;
  await keep(town, face, paths, readers, { rsc: "1" });
  for (const { from, text } of exhibitsOf(town, face).slice(before)) {
    expect(text, from).toMatch(new RegExp(`^200\\b.*text/x-component.*${face.word}`, "s"));
  }
}

export function show({ shown }: Town, face: act.Face, ...exhibits: Exhibit[]) {
  shown.set(face, [...(shown.get(face) ?? []), ...exhibits]);
}

/** Of what is about everybody: the parts that are about one face, for each of them. */
export function showParts(town: Town, { from, text }: Exhibit, parts: RegExp) {
  const all = [...text.matchAll(parts)].map(([part]) => part);
  for (const face of town.faces) {
    const own = all.filter((part) => part.includes(face.word));
    expect(own.length, `parts of ${from} about ${face.name}`).toBeGreaterThanOrEqual(1);
    show(town, face, { from, text: own.join("\n") });
  }
}

export async function eachFace(town: Town, work: (town: Town, face: act.Face) => Promise<void>) {
  for (const face of town.faces) await work(town, face);
}

function exhibitsOf({ shown }: Town, face: act.Face): Exhibit[] {
  return shown.get(face) ?? [];
}

export function eventOf({ events }: Town, face: act.Face): string {
  return events.get(face)!;
}

export function accountOf({ accounts }: Town, { page }: act.Face): Account {
  return accounts.find((account) => account.page === page)!;
}

/** The first identity of an account. */
export function faceOf({ page, person }: Account): act.Face {
  return act.newFace(page, person.handle.replace("face_", ""));
}
