import { type Participation, participationWord } from "@/db/schema/participations";

/**
 * What somebody of another server said about taking part. `at`: when, as their server tells. `uri`: the id of what they
 * sent, which answers quote; absent if it is no answer of its own, as when they leave.
 */
export type Said = { word: NonNullable<Participation["said"]>; at: Date; uri?: string };

type Known = Pick<Participation, "uri" | "status"> & Partial<Pick<Participation, "said" | "saidAt">>;

/**
 * Whether it was said after what counts by now, since words of other servers come late and in any order: of two words of
 * one moment the weightier counts, and what was taken back never counts again. People of this server speak in order.
 */
export function isNews(known: Known | undefined, said: Said | undefined): boolean {
  if (!known || !said) return true;
  if (known.status === "left" && said.uri === known.uri) return false;
  if (!known.said || !known.saidAt) return true;
  const later = said.at.getTime() - known.saidAt.getTime();
  return later > 0 || (later === 0 && weightOf(said.word) > weightOf(known.said));
}

/** The columns of what was said; of people of this server none. */
export function saidColumns(said: Said | undefined): Partial<Pick<Participation, "said" | "saidAt" | "uri">> {
  if (!said) return {};
  return { said: said.word, saidAt: said.at, ...(said.uri && { uri: said.uri }) };
}

function weightOf(word: Said["word"]): number {
  return participationWord.enumValues.indexOf(word);
}
