import * as z from "zod";
import { federationModes, followerRules, listReaders } from "./input";

/** How this server exchanges with others. */
export const federationSettings = {
  /** "listed": only servers that were allowed exchange with this one. */
  federationMode: z.enum(federationModes).default("open"),
  /** Servers that want to follow this one: all may, or an administrator is asked about each. */
  serverFollowers: z.enum(followerRules).default("all"),
  /** Who may read on the page about this server what was decided about others. */
  serverListFor: z.enum(listReaders).default("everybody"),
};
