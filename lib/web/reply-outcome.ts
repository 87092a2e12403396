import type { Participation } from "@/db/schema/participations";
import type { Context } from "@/lib/core/context";
import { eventPath } from "@/lib/core/paths";
import { getEvent } from "@/lib/events/queries";

type Answered = Pick<Participation, "eventId" | "status">;

const notices: Partial<Record<Participation["status"], string>> = {
  approved: "you_are_in",
  pending: "request_sent",
  waitlisted: "you_are_in_line",
  maybe: "you_may_come",
  declined: "you_cannot_come",
};

/** Back to the event, which says where the answer led to. */
export async function answered({ db }: Context, { eventId, status }: Answered): Promise<{ to: string }> {
  return backWith(await getEvent(db, eventId), notices[status]);
}

/** The same for whoever had answered before, and stays where they are unless they answered otherwise. */
export async function changed({ db }: Context, { eventId, status }: Answered): Promise<{ to: string }> {
  const isOtherAnswer = status === "maybe" || status === "declined";
  return backWith(await getEvent(db, eventId), isOtherAnswer ? notices[status] : "answer_changed");
}

function backWith({ slug }: { slug: string }, notice: string | undefined) {
  return { to: eventPath(slug) + (notice ? `?notice=${notice}` : "") };
}
