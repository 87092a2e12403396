import { z } from "zod";
import { commentApprovals, ruleOutcomes, ruleScopes } from "./input";

const count = (max: number, usual: number) => z.number().int().min(0).max(max).default(usual);

const wordRule = z.object({
  id: z.string(),
  /** Words as somebody typed them; `*` stands for any letters. */
  pattern: z.string(),
  scope: z.enum(ruleScopes),
  outcome: z.enum(ruleOutcomes),
});

const messageTemplate = z.object({ id: z.string(), title: z.string(), en: z.string(), fr: z.string() });

export type WordRule = z.output<typeof wordRule>;
export type MessageTemplate = z.output<typeof messageTemplate>;
export type SafetySettings = z.output<typeof schema>;

/** Rules that keep the place safe by themselves. 0 turns one off. */
export const safetySettings = {
  commentApproval: z.enum(commentApprovals).default("none"),
  /** Seconds between two comments of one identity under one event. */
  slowModeSeconds: count(86_400, 0),
  wordRules: z.array(wordRule).default([]),
  /** A comment with more links waits; null: with as many as there are. */
  mostLinks: z.number().int().min(0).max(100).nullable().default(null),
  /** Comments with links wait as long as the account is younger than so many days. */
  linksAfterDays: count(365, 0),
  /** So many of the first things that an identity publishes wait for a moderator. */
  firstPosts: count(20, 0),
  /** But only while its account is younger than this; 0: however old it is. */
  firstPostsDays: count(365, 30),
  /** The same words under so many events within an hour are too many. */
  sameWords: count(100, 3),
  /** So many of these by one identity within `burstMinutes` are too many. */
  burstMinutes: z.number().int().min(1).max(1440).default(10),
  burstComments: count(1000, 20),
  burstEvents: count(1000, 25),
  burstFollows: count(5000, 200),
  /** What moderators often write, in both languages. */
  messageTemplates: z.array(messageTemplate).default([]),
};

const schema = z.object(safetySettings);
