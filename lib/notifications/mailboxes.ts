import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { asLocale } from "@/lib/core/locale";
import { findMailbox } from "@/lib/identities/mailbox";
import type { Reader } from "./event-card";
import { isIdentity, type Participant } from "./people";

type Mailbox = Reader & { email: string };

type TakesPart = {
  participation: Pick<Participation, "id" | "email" | "locale" | "zone">;
  participant: Participant;
};

/**
 * Where to write to participants, by participation: to the mailbox of an identity, or to the address by which they
 * take part. Identities of other servers and unconfirmed accounts have none.
 */
export async function findMailboxes(
  { db }: Pick<Context, "db">,
  { zone }: Pick<Event, "zone">,
  those: TakesPart[],
): Promise<Map<string, Mailbox>> {
  const ids = those.flatMap(({ participant }) => (isIdentity(participant) ? participant.id : []));
  const ofIdentity = new Map(
    (await findMailbox(db, ids)).map(({ actorId, ...mailbox }) => [actorId, mailbox]),
  );
  const found = new Map<string, Mailbox>();
  for (const { participation, participant } of those) {
    const mailbox = isIdentity(participant)
      ? ofIdentity.get(participant.id)
      : ownMailbox(participation, zone);
    if (mailbox) found.set(participation.id, mailbox);
  }
  return found;
}

function ownMailbox(participation: TakesPart["participation"], zone: string): Mailbox | undefined {
  const { email, locale } = participation;
  return email === null ? undefined : { email, locale: asLocale(locale), zone: participation.zone ?? zone };
}
