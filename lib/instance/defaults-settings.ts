import { z } from "zod";
import { eventMakers, geocoders, mapModes, retentionBounds } from "./defaults/input";

const days = ([least, most, usual]: readonly [number, number, number]) =>
  z.number().int().min(least).max(most).default(usual);

/** What holds where nobody says otherwise, and how far people may go. */
export const defaultsSettings = {
  /** Who may announce events here; "established": accounts that are at least `eventMakersDays` old. */
  eventMakers: z.enum(eventMakers).default("everybody"),
  eventMakersDays: z.number().int().min(1).max(365).default(7),
  /** The largest picture that people may send, in megabytes; each kind of picture has a limit of its own besides. */
  pictureMegabytes: z.number().int().min(1).max(10).default(10),
  /** The zone of visitors, and of new accounts whose browser says none; null: that of most events. */
  defaultZone: z.string().nullable().default(null),
  /** Where visitors' searches begin who name no place; coarse. */
  defaultPlace: z
    .object({ name: z.string(), latitude: z.number(), longitude: z.number(), km: z.number() })
    .nullable()
    .default(null),
  /** Days until something is forgotten: what each means stands in lib/instance/defaults/input.ts. */
  keepUnreadDays: days(retentionBounds.keepUnreadDays),
  keepMailDays: days(retentionBounds.keepMailDays),
  keepSessionDays: days(retentionBounds.keepSessionDays),
  keepExportDays: days(retentionBounds.keepExportDays),
  keepAnswersDays: days(retentionBounds.keepAnswersDays),
  /** Where the pictures of maps come from: as the environment says, from `mapTiles`, or nowhere. */
  maps: z.enum(mapModes).default("environment"),
  mapTiles: z.string().default(""),
  mapAttribution: z.string().default(""),
  /** Who is asked where addresses are; `geocoderUrl` empty: where that usually is. */
  geocoder: z.enum(geocoders).default("environment"),
  geocoderUrl: z.string().default(""),
};
