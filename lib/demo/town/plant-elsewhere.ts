import { actors } from "@/db/schema/actors";
import { events } from "@/db/schema/events";
import { follows } from "@/db/schema/follows";
import { remoteActors } from "@/db/schema/remote-actors";
import { remoteEvents } from "@/db/schema/remote-events";
import { servers } from "@/db/schema/servers";
import { env } from "@/lib/core/env";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { fixedSlug, plant, type Town } from "./plant";
import { wallTime } from "./plant-event";
import { actorOf } from "./plant-people";

const HOUR = 3_600_000;

const people = [
  { handle: "cloches", domain: "agenda.invalid", kind: "group", name: "Les Cloches du Lac" },
  { handle: "noor", domain: "agenda.invalid", kind: "person", name: "Noor Haddad" },
  { handle: "tove", domain: "social.invalid", kind: "person", name: "Tove Lind" },
] as const;

const announced = [
  {
    by: "cloches",
    title: "Changer les cloches à la main",
    description: "On sonne à huit, et l’on apprend en une heure. Venez avec des chaussures plates.",
    ...{ category: "MUSIC", language: "fr", day: 7, from: "18:00", until: "20:00", count: 17 },
    ...{ placeName: "Tour de l’Île", placeAddress: "Rue de la Tour-de-l’Île, 1204 Genève" },
  },
  {
    by: "noor",
    title: "Soldering for beginners",
    description: "Bring nothing but patience. We build a bell that rings when the post comes.",
    ...{ category: "SCIENCE_TECH", language: "en", day: 10, from: "19:00", until: "21:30", count: 5 },
    ...{ placeName: "Atelier du Lac", placeAddress: "Rue du Simplon 9, 1800 Vevey" },
  },
];

/** What two other servers would have told. Neither exists, and nothing is ever asked of them. */
export async function plantElsewhere(town: Town): Promise<void> {
  const told = new Date(town.now.getTime() - HOUR);
  await plant(town, servers, [
    { domain: "agenda.invalid", software: "mobilizon", version: "5.1.3", ...asOf(told) },
    { domain: "social.invalid", software: "mastodon", version: "4.5.0", ...asOf(told) },
  ]);
  await plantActors(town);
  for (const event of announced) await plantAnnounced(town, event);
  await plant(town, follows, [
    follow(town, "lea", "cloches"),
    follow(town, "tom", "noor"),
    follow(town, "tove", "maison_du_pont"),
    follow(town, "priya", "maison_du_pont"),
    follow(town, "lea", "choeur_arve"),
  ]);
}

async function plantActors(town: Town): Promise<void> {
  const rows = people.map((person) => ({ ...person, uri: `https://${person.domain}/@${person.handle}` }));
  const known = await plant(town, actors, rows);
  for (const { handle, id } of known) town.actors.set(handle, id);
  await plant(
    town,
    remoteActors,
    known.map(({ id: actorId, uri: url, domain }) => ({
      ...{ actorId, url, inbox: `${url}/inbox`, followers: `${url}/followers`, refreshedAt: town.now },
      sharedInbox: `https://${domain}/inbox`,
    })),
  );
}

async function plantAnnounced(town: Town, event: (typeof announced)[number]): Promise<void> {
  const { by, day, from, until, count: participantCount, ...columns } = event;
  const url = `https://agenda.invalid/events/${fixedSlug(`there ${event.title}`, 14)}`;
  const [row] = await plant(town, events, [
    {
      ...columns,
      ...{ uri: url, domain: "agenda.invalid", zone: "Europe/Zurich", organizerId: actorOf(town, by) },
      slug: fixedSlug(`here ${event.title}`, 14),
      descriptionHtml: renderMarkdown(columns.description),
      startsAt: wallTime(town.now, day, from),
      endsAt: wallTime(town.now, day, until),
      publishedAt: new Date(town.now.getTime() - 48 * HOUR),
    },
  ]);
  await plant(town, remoteEvents, [{ eventId: row!.id, url, participantCount, refreshedAt: town.now }]);
}

function asOf(at: Date) {
  return { askedAt: at, receivedAt: at, deliveredAt: at };
}

function follow(town: Town, follower: string, followed: string) {
  const uri = `${env().ORIGIN}/follows/${fixedSlug(`${follower} follows ${followed}`, 20)}`;
  return { followerId: actorOf(town, follower), followedId: actorOf(town, followed), uri };
}
