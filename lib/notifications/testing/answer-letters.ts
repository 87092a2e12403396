import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Reader } from "../event-card";
import type { Letter } from "../letter";
import { answerConfirmationLetter, answerKnownLetter } from "../letters/by-mail";
import { approvalLetter, reconsideredLetter, rejectionLetter } from "../letters/decision";
import { joinsLetter } from "../letters/joins";
import { ownAnswerLetter } from "../letters/own-answer";
import { requestLetter } from "../letters/request";
import { lapseLetter, offerLetter, pendingLetter, waitingLetter } from "../letters/waiting";
import type { Attendance, Happening, Participant, Person } from "../people";

type Cast = { happening: Happening; identity: Person; message: string; reader: Reader };

/** The letters that answers to an event lead to, to an identity and by e-mail. */
export function answerLetters({ happening, identity, message, reader }: Cast): Record<string, Letter> {
  const { event, organizer } = happening;
  const answered = { question: "What do you repair?", kind: "text", value: [message] };
  const byMail = { participationId: "0193573f-0000-7000-8000-000000000000", name: identity.name };
  const standing = (status: Participation["status"], participant: Participant = identity) =>
    attendanceOf({ happening, participant, message }, { status });
  const line = (waitlist: Event["waitlist"]) => ({
    ...standing("waitlisted"),
    event: { ...event, waitlist, offerHours: 24 },
  });
  const free = { ...event, joinMode: "free" as const };
  const came = (participant: Participant, total: number) => ({ listed: [{ participant, guests: 2 }], total });
  const nobody = { listed: [], total: 0 };
  return {
    answerConfirmation: answerConfirmationLetter(standing("unconfirmed", byMail), reader),
    answerKnown: answerKnownLetter(standing("approved", byMail), reader),
    requestByMail: requestLetter(standing("pending", { ...byMail, name: "" }), organizer, {
      reader,
      answers: [answered, { ...answered, kind: "consent", value: ["on"] }],
    }),
    pending: pendingLetter(standing("pending", byMail), reader),
    waiting: waitingLetter(line("automatic"), reader),
    waitingForOffer: waitingLetter(line("offer"), reader),
    waitingForHosts: waitingLetter(line("manual"), reader),
    promoted: approvalLetter(standing("approved"), reader, { wasWaiting: true }),
    entryByMail: approvalLetter({ ...standing("approved", byMail), event: free }, reader),
    offer: offerLetter(standing("offered"), { ...reader, zone: "America/New_York" }),
    offerByMail: offerLetter(standing("offered", byMail), reader),
    lapse: lapseLetter(standing("left", byMail), reader),
    rejectionByMail: rejectionLetter(standing("rejected", { ...byMail, name: "" }), reader),
    reconsidered: reconsideredLetter(standing("pending"), reader),
    reconsideredToWaiting: reconsideredLetter(standing("waitlisted", byMail), reader),
    reconsideredToIn: reconsideredLetter(standing("approved"), reader),
    maybe: ownAnswerLetter(standing("maybe", byMail), reader),
    notComing: ownAnswerLetter(standing("left"), reader),
    joined: joinsLetter(happening, organizer, { coming: came(identity, 1), waiting: nobody, reader }),
    joinedByMany: joinsLetter(happening, organizer, {
      coming: came({ ...byMail, name: "" }, 12),
      waiting: came(identity, 2),
      reader,
    }),
    waitingAlone: joinsLetter(happening, organizer, { coming: nobody, waiting: came(byMail, 1), reader }),
  };
}

function attendanceOf(
  { happening, participant, message }: { happening: Happening; participant: Participant; message: string },
  { status }: Pick<Participation, "status">,
): Attendance {
  const participation = {
    ...{ id: "0193573f-0000-7000-8000-000000000000", status, statusBefore: "maybe" },
    ...{ message, reason: message, adults: 2, children: 1 },
    offerEndsAt: new Date("2026-11-25T18:30:00Z"),
  } as Participation;
  return { ...happening, participant, participation };
}
