import type { EventQuestion } from "@/db/schema/event-questions";
import type { Event } from "@/db/schema/events";
import type { Context } from "@/lib/core/context";
import { localOf } from "@/lib/core/dates/local-time";
import { authorize } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { type Translator, translator } from "@/lib/core/messages";
import { canDecideParticipation } from "../policy";
import { listQuestions } from "../questions/queries";
import { type ParticipantTab, statusesOf } from "./input";
import { type ParticipantRow, participantRows } from "./rows";

/** What stands in one cell: words, a number, or the clock on the wall ("2026-11-26T19:00"). */
export type Cell = string | number | { at: string };

/** A list as files have it. `rows` are read while the file is written. */
export type Table = { title: string; head: string[]; rows: AsyncIterable<Cell[]> };

type Asked = {
  event: Event;
  tab: ParticipantTab | null;
  text: string;
  /** Of whoever reads the file. */
  locale: Locale;
  zone: string;
};

/** Who takes part, for files that hosts take along: one column a question, never an e-mail address. */
export async function participantTable(
  ctx: Context,
  { event, tab, text, locale, zone }: Asked,
): Promise<Table> {
  authorize(canDecideParticipation(ctx.actor, event));
  const t = translator(locale, "participants.file");
  const questions = await listQuestions(ctx.db, event.id);
  const fixed = ["name", "handle", "standing", "adults", "children", "note", "askedOn", "decidedOn"] as const;
  const rows = participantRows(ctx.db, { eventId: event.id, statuses: statusesOf(tab), text });
  return {
    title: event.title,
    head: [...fixed.map((column) => t(column)), ...questions.map(({ label }) => label)],
    rows: cellsOf(rows, { questions, zone, t }),
  };
}

type How = { questions: EventQuestion[]; zone: string; t: Translator<"participants.file"> };

async function* cellsOf(
  rows: AsyncIterable<ParticipantRow>,
  { questions, zone, t }: How,
): AsyncGenerator<Cell[]> {
  const timeOf = (at: Date | null): Cell => (at ? { at: localOf(at, zone) } : "");
  for await (const row of rows) {
    const { name, handle, domain, status, adults, children, message, createdAt, decidedAt, answers } = row;
    // Nobody is listed who has not confirmed their address.
    const standing = status === "unconfirmed" ? "" : t(`standings.${status}`);
    yield [
      name,
      handle === null ? t("byMail") : [handle, domain].filter(Boolean).join("@"),
      standing,
      adults,
      children,
      message,
      timeOf(createdAt),
      timeOf(decidedAt),
      ...questions.map((question) => answerCell(question, answers[question.id] ?? [])),
    ];
  }
}

function answerCell({ kind }: EventQuestion, values: string[]): Cell {
  const [first = ""] = values;
  const number = Number(first.replace(",", "."));
  if (kind === "number" && first !== "" && Number.isFinite(number)) return number;
  return values.join("; ");
}
