import { and, eq, getTableColumns, inArray } from "drizzle-orm";
import { actors } from "@/db/schema/actors";
import { type Event, events } from "@/db/schema/events";
import { type Participation, participations } from "@/db/schema/participations";
import { isEmailWelcome } from "@/lib/accounts/email-rules";
import { inVain } from "@/lib/accounts/in-vain";
import { type Context, inTransaction } from "@/lib/core/context";
import { isZone } from "@/lib/core/dates/zone";
import { conflict, invalidField, notFound } from "@/lib/core/errors";
import type { Locale } from "@/lib/core/locale";
import { cleanLine } from "@/lib/core/text/clean";
import { canSeeEvent } from "@/lib/events/policy";
import { readInstance } from "@/lib/instance/settings";
import { record } from "@/lib/journal/record";
import { countRoom } from "../places";
import { checkAnswers, writeAnswers } from "../questions/answers";
import { type Answers, listQuestions } from "../questions/queries";
import { type Reply, repliedColumns } from "../reply";
import { joinRefusal } from "../rules";
import { standingOfNewcomer } from "../standing";
import { newUri } from "../write";
import { canRegisterByMail } from "./policy";

export type Registration = Reply & {
  eventId: string;
  email: string;
  name: string;
  answer: "going" | "maybe" | "declined";
  locale: Locale;
  zone: string;
};

/**
 * Somebody without an account answers. It counts for nothing before the link is opened that is mailed to the address;
 * answering again until then replaces the words, and mails again. Whoever takes part with this address already is sent
 * the way to their page instead: what one sees here, and how long it takes, is the same. Who asks is not written down, so
 * that an address is never tied to whoever is signed in. Refuses with `not_open_without_account`,
 * `email_not_written_to`, and as joining would.
 */
export function registerByMail(ctx: Context, input: Registration): Promise<void> {
  return inTransaction({ ...ctx, actor: { kind: "anonymous" } }, async (tx) => {
    const event = await requireOpen(tx, input);
    await requireStanding(tx, event, input);
    const isComing = input.answer === "going";
    const answers = checkAnswers(await listQuestions(tx.db, event.id), {
      answers: input.answers,
      mustAnswer: isComing,
    });

    const isNew = await writeUnconfirmed(tx, event, input);
    const { id } = await getByEmail(tx, input);
    await keepAnswers(tx, { id, answers, isNew });
    await record(tx, { kind: "participation.registered", eventId: event.id, participationId: id });
  });
}

async function requireOpen(tx: Context, { eventId, email }: Registration): Promise<Event> {
  const [found] = await tx.db
    .select({ event: getTableColumns(events), domain: actors.domain })
    .from(events)
    .innerJoin(actors, eq(actors.id, events.organizerId))
    .where(eq(events.id, eventId));
  if (!found || !canSeeEvent(tx.actor, found.event)) throw notFound("event_not_found");
  const settings = await readInstance(tx.db);
  if (!canRegisterByMail({ event: found.event, organizer: found, settings }))
    throw conflict("not_open_without_account");
  if (!isEmailWelcome(settings, email)) throw invalidField("email", "email_not_written_to");
  return found.event;
}

/** What would be refused now is refused before a mail is sent; what becomes of it is decided when it is confirmed. */
async function requireStanding(tx: Context, event: Event, { answer, ...reply }: Registration): Promise<void> {
  const refusal = joinRefusal(event, tx.now);
  if (refusal) throw conflict(refusal);
  if (answer !== "going") return;
  const room = await countRoom(tx.db, event);
  standingOfNewcomer(event, { party: repliedColumns(reply), room, now: tx.now });
}

/** False if this address takes part already, or was refused: then nothing is changed. */
async function writeUnconfirmed(tx: Context, event: Event, input: Registration): Promise<boolean> {
  const { email, locale, name, answer } = input;
  const columns = {
    ...repliedColumns(answer === "going" ? input : { message: input.message, isHidden: input.isHidden }),
    name: cleanLine(name),
    locale,
    zone: isZone(input.zone) ? input.zone : event.zone,
    status: "unconfirmed" as const,
    statusBefore: wanted[answer],
    decidedAt: null,
    createdAt: tx.now,
  };
  const written = await tx.db
    .insert(participations)
    .values({ ...columns, eventId: event.id, email, uri: newUri() })
    .onConflictDoUpdate({
      target: [participations.eventId, participations.email],
      set: columns,
      setWhere: inArray(participations.status, ["unconfirmed", "left"]),
    })
    .returning({ id: participations.id });
  return written.length > 0;
}

/** What the answer is to become, kept in `statusBefore` until then. */
const wanted = { going: "approved", maybe: "maybe", declined: "declined" } as const;

async function getByEmail(tx: Context, { eventId, email }: Registration): Promise<Pick<Participation, "id">> {
  const [found] = await tx.db
    .select({ id: participations.id })
    .from(participations)
    .where(and(eq(participations.eventId, eventId), eq(participations.email, email)));
  return found!;
}

type Kept = { id: string; answers: Answers | undefined; isNew: boolean };

async function keepAnswers(tx: Context, { id, answers, isNew }: Kept): Promise<void> {
  const write = (inner: Context) => writeAnswers(inner, id, answers);
  await (isNew ? inTransaction(tx, write) : inVain(tx, write));
}
