import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import type { Participation } from "@/db/schema/participations";
import type { Told } from "@/db/schema/pending-updates";
import type { Locale } from "@/lib/core/locale";
import type { Difference } from "@/lib/events/pending-update";
import type { Letter } from "../letter";
import { confirmationLetter, knownAddressLetter } from "../letters/account";
import { cancellationLetter, updateLetter } from "../letters/change";
import { announcementLetter, answerLetter, commentsLetter } from "../letters/comments";
import { approvalLetter, rejectionLetter } from "../letters/decision";
import { exportReadyLetter, keptLetter, leavingLetter } from "../letters/departure";
import { hostCancelledLetter, hostEditedLetter } from "../letters/host-acts";
import {
  handedOverLetter,
  hostAnsweredLetter,
  hostInvitedLetter,
  hostRemovedLetter,
} from "../letters/hosting";
import { invitedLetter } from "../letters/invited";
import { notPublishedLetter } from "../letters/not-published";
import { admittedLetter, applicationsLetter, turnedDownLetter } from "../letters/registration";
import { requestLetter } from "../letters/request";
import { recoveryCodeLetter, secondFactorLetter } from "../letters/second-factor";
import {
  loginLinkedLetter,
  newEmailAskedLetter,
  newEmailLetter,
  newEmailTakenLetter,
  passwordChangedLetter,
  passwordResetLetter,
} from "../letters/security";
import { trialLetter } from "../letters/trial";
import type { Attendance, Person } from "../people";
import { answerLetters } from "./answer-letters";
import { moderationLetters } from "./moderation-letters";

const ada: Person = { id: "1", name: "Ada Marchand", handle: "ada", domain: null };
const grace: Person = { id: "2", name: "Grace Hopper", handle: "grace", domain: "mastodon.example" };
const linus: Person = { id: "3", name: "Linus T.", handle: "linus", domain: null };

const repairCafe = {
  slug: "k3m7p2q9x4w8n6",
  title: "Repair café",
  startsAt: new Date("2026-11-26T18:00:00Z"),
  endsAt: new Date("2026-11-26T21:00:00Z"),
  zone: "Europe/Paris",
  status: "confirmed",
  joinMode: "approval",
  placeName: "Maison des associations",
  placeAddress: "12 rue des Tanneurs\n31000 Toulouse",
  onlineUrl: "https://meet.example/repair",
} as Event;

/** One letter of every kind, about an event and a message that a test may make worse. */
export function everyLetter(
  locale: Locale,
  { event: values = {}, name, message = "I bring my radio.\nAnd a friend." }: Partial<Spoilt> = {},
): Record<string, Letter> {
  const event = { ...repairCafe, ...values };
  const named = (person: Person) => ({ ...person, name: name ?? person.name });
  const happening = { event, organizer: named(ada) };
  const of = (participant: Person): Attendance => ({
    ...happening,
    participant: named(participant),
    participation: { message, adults: 0, children: 0 } as Participation,
  });
  const reader = { locale, zone: "Europe/Paris" };
  const participant = named(linus);
  const hosting = { ...happening, person: participant };
  const comment = { id: "c", source: message, status: "visible" } as Comment;
  const said = { comment, author: named(grace) };
  const waiting = { ...said, comment: { ...comment, status: "waiting" as const } };
  const remark = { ...happening, ...said, answered: null };
  return {
    confirmation: confirmationLetter({ locale, token: "t0ken" }),
    knownAddress: knownAddressLetter({ locale }),
    passwordReset: passwordResetLetter({ locale, token: "t0ken" }),
    trial: trialLetter(locale),
    passwordChanged: passwordChangedLetter({ locale }),
    loginLinked: loginLinkedLetter({ locale }),
    newEmail: newEmailLetter({ locale, token: "t0ken" }),
    newEmailAsked: newEmailAskedLetter({ locale, newEmail: "new@example.org" }),
    newEmailTaken: newEmailTakenLetter({ locale }),
    request: requestLetter(of(grace), happening.organizer, { reader, answers: [] }),
    invited: invitedLetter({ ...hosting, inviter: named(grace) }, reader),
    invitedByNobody: invitedLetter({ ...hosting, inviter: null }, reader),
    hostInvited: hostInvitedLetter(hosting, happening.organizer, reader),
    hostInvitedByNobody: hostInvitedLetter({ ...hosting, event: { ...event, startsAt: null } }, null, reader),
    hostAccepted: hostAnsweredLetter(
      { ...happening, person: happening.organizer },
      { who: participant, hasAccepted: true },
      reader,
    ),
    hostDeclined: hostAnsweredLetter(
      { ...happening, person: happening.organizer },
      { who: participant, hasAccepted: false },
      reader,
    ),
    handedOver: handedOverLetter(hosting, named(grace), reader),
    handedOverByNobody: handedOverLetter(hosting, null, reader),
    hostRemoved: hostRemovedLetter(hosting, reader),
    hostEdited: hostEditedLetter(
      hosting,
      { who: [named(ada), named(grace)], changed: ["title", "startsAt", "capacity", "tags"] },
      reader,
    ),
    hostCancelled: hostCancelledLetter(
      { ...hosting, event: { ...event, status: "cancelled" } },
      named(grace),
      reader,
    ),
    notPublished: notPublishedLetter(hosting, ["title_too_short", "start_missing"], reader),
    approval: approvalLetter(of(linus), { ...reader, zone: "America/New_York" }),
    entry: approvalLetter({ ...of(linus), event: { ...event, joinMode: "free" } }, reader),
    rejection: rejectionLetter(of(linus), reader),
    update: updateLetter(
      { ...happening, event: { ...event, status: "postponed" } },
      {
        participant,
        reader,
        isGoing: true,
        difference: differenceTo(event),
      },
    ),
    cancellation: cancellationLetter(
      { ...happening, event: { ...event, status: "cancelled" } },
      { participant, reader, isGoing: true },
    ),
    cancelledWait: cancellationLetter(happening, { participant, reader, isGoing: false }),
    secondFactorOn: secondFactorLetter({ locale, isOn: true }),
    secondFactorOff: secondFactorLetter({ locale, isOn: false }),
    recoveryCode: recoveryCodeLetter({ locale, left: 1 }),
    applications: applicationsLetter({ locale, count: 3 }),
    admitted: admittedLetter({ locale }),
    turnedDown: turnedDownLetter({ locale, why: message }),
    leaving: leavingLetter({ reader, leavesAt: new Date("2026-11-30T12:00:00Z"), token: "t0ken" }),
    kept: keptLetter({ locale }),
    exportReady: exportReadyLetter({ reader, expiresAt: new Date("2026-11-30T12:00:00Z") }),
    comment: commentsLetter(happening, { host: named(ada), said: [said], reader }),
    comments: commentsLetter(happening, { host: named(ada), said: [said, waiting], reader }),
    answered: answerLetter(remark, { kind: "answered", person: participant, reader }),
    announcement: announcementLetter(remark, { participant, reader, isGoing: true }),
    mentioned: answerLetter(remark, { kind: "mentioned", person: participant, reader }),
    ...answerLetters({ happening, identity: participant, message, reader }),
    ...moderationLetters({ happening, identity: participant, message, reader }),
  };
}

/** Everything that people are told of was another. */
function differenceTo(event: Event): Difference {
  const now = { ...event, startsAt: null, endsAt: null, country: "" } as unknown as Told;
  const before: Told = {
    ...now,
    title: `${event.title} (old)`,
    startsAt: "2026-11-25T17:00:00.000Z",
    endsAt: null,
    placeName: "Salle des fêtes",
  };
  return { changed: ["status", "startsAt", "placeName", "title"], before, now };
}

type Spoilt = { event: Partial<Event>; name: string; message: string };
