import type { EventMetadata } from "@/db/schema/events";

/** How far somebody in a wheelchair gets, in Mobilizon's words. */
export const wheelchairLevels = ["no", "partially", "fully"] as const;

/** What is there for everybody's ears, eyes and lungs: ticked or not. Mobilizon's keys. */
const amenities = {
  signLanguage: "mz:accessibility:live:sign_language",
  subtitles: "mz:accessibility:live:subtitle",
  smokeFree: "mz:accessibility:smokeFree",
} as const;

/** Links with a meaning. The first key whose pattern fits the address is stored, the last one otherwise. */
const linkKeys = {
  liveUrl: [
    ["mz:live:youtube:url", /^(www\.|m\.)?(youtube\.com|youtu\.be)$/],
    ["mz:live:twitch:url", /(^|\.)twitch\.tv$/],
    ["mz:live:owncast:url", /(^|\.)(owncast|stream|live)\./],
    ["mz:live:peertube:url", /./],
  ],
  replayUrl: [
    ["mz:replay:youtube:url", /^(www\.|m\.)?(youtube\.com|youtu\.be)$/],
    ["mz:replay:peertube:url", /./],
  ],
  roomUrl: [
    ["mz:visio:zoom", /(^|\.)zoom\.us$/],
    ["mz:visio:microsoft_teams", /(^|\.)teams\.(microsoft|live)\.com$/],
    ["mz:visio:google_meet", /^meet\.google\.com$/],
    ["mz:visio:big_blue_button", /(^|\.)(bbb|bigbluebutton|visio)\./],
    ["mz:visio:jitsi_meet", /./],
  ],
  padUrl: [["mz:notes:etherpad:url", /./]],
  pollUrl: [["mz:poll:framadate:url", /./]],
  scheduleUrl: [["mz:schedule_url", /./]],
} as const;

export type Amenity = keyof typeof amenities;
export type LinkField = keyof typeof linkKeys;

export const amenityFields = Object.keys(amenities) as Amenity[];
export const linkFields = Object.keys(linkKeys) as LinkField[];

const WHEELCHAIR = "mz:accessibility:wheelchairAccessible";
const OWN = "mz:plain:";

/** A line of the organiser's own: "Dress code", "something warm". */
export type OwnPair = { title: string; value: string };

/** What an event tells beyond its columns, by the fields of the form. */
export type Told = {
  wheelchair: (typeof wheelchairLevels)[number] | "";
} & Record<Amenity, boolean> &
  Record<LinkField, string> & { pairs: OwnPair[] };

/** As it is stored, and as Mobilizon reads it. */
export function metadataOf(told: Told): EventMetadata[] {
  const links = linkFields.filter((field) => told[field] !== "");
  return [
    ...(told.wheelchair ? [{ key: WHEELCHAIR, value: told.wheelchair }] : []),
    ...amenityFields
      .filter((field) => told[field])
      .map((field) => ({ key: amenities[field], value: "true" })),
    ...links.map((field) => ({ key: keyOfLink(field, told[field]), value: told[field] })),
    ...told.pairs.map(({ title, value }, index) => ({ key: `${OWN}${index + 1}`, title, value })),
  ];
}

/** The other way round; what no field of ours knows is left out. */
export function toldBy(metadata: EventMetadata[]): Told {
  const textAt = (key: string) => metadata.find((entry) => entry.key === key)?.value;
  const wheelchair = wheelchairLevels.find((level) => level === textAt(WHEELCHAIR)) ?? "";
  const ticked = amenityFields.map((field) => [field, textAt(amenities[field]) === "true"]);
  const links = linkFields.map((field) => [field, linkIn(metadata, field)]);
  const own = metadata.filter(({ key }) => key.startsWith(OWN));
  return {
    ...(Object.fromEntries([...ticked, ...links]) as Record<Amenity, boolean> & Record<LinkField, string>),
    wheelchair,
    pairs: own.map(({ title = "", value }) => ({ title, value })),
  };
}

function keyOfLink(field: LinkField, url: string): string {
  const host = URL.parse(url)?.hostname ?? "";
  const fitting = linkKeys[field].find(([, pattern]) => pattern.test(host));
  return (fitting ?? linkKeys[field].at(-1)!)[0];
}

function linkIn(metadata: EventMetadata[], field: LinkField): string {
  const keys: string[] = linkKeys[field].map(([key]) => key);
  return metadata.find(({ key }) => keys.includes(key))?.value ?? "";
}
