import { formatWhen } from "@/lib/core/dates/when";
import { sameClock } from "@/lib/core/dates/zone";
import { zoneLabel } from "@/lib/core/dates/zone-label";
import { translator } from "@/lib/core/messages";
import { eventCard, type Reader } from "../event-card";
import type { Letter } from "../letter";
import type { Attendance } from "../people";
import { toParticipant } from "./participant";

/** Tells somebody without an account that hosts will decide, with the link to their page. */
export function pendingLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, organizer, participant } = attendance;
  const t = translator(reader.locale, "mail.pending");
  return {
    ...toParticipant(attendance, participant, { locale: reader.locale, button: "", reason: () => "" }),
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro", { organizer: organizer.name }),
    event: eventCard(attendance, reader, false),
  };
}

/** Tells somebody that they wait for a place, and how it goes on; their turn may change and is on the page alone. */
export function waitingLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, organizer, participant } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.waiting");
  const how = howItGoesOn(event);
  const names = { hours: event.offerHours, organizer: organizer.name, server: event.domain ?? "" };
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro"),
    event: eventCard(attendance, reader, false),
    notes: [t(`how.${how}`, names), t("noPromise")],
  };
}

/** Whoever waits where nobody can wait any more is chosen by hand, if at all. */
function howItGoesOn({ domain, waitlist }: Attendance["event"]) {
  if (domain !== null) return "elsewhere" as const;
  return waitlist === "closed" ? "manual" : waitlist;
}

/** Offers a place until a time, told on the reader's clock. */
export function offerLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, participant, participation } = attendance;
  const { locale, zone } = reader;
  const t = translator(locale, "mail.offer");
  const endsAt = participation.offerEndsAt!;
  const when = formatWhen({ startsAt: endsAt, endsAt: null, zone, locale });
  const deadline = sameClock(event.zone, zone, endsAt)
    ? when
    : translator(locale, "mail.letter")("inZone", { when, zone: zoneLabel(zone, locale, endsAt) });
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      buttonByMail: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro", { deadline }),
    event: eventCard(attendance, reader, false),
  };
}

/** Tells somebody that the offered place was not taken in time. */
export function lapseLetter(attendance: Attendance, reader: Reader): Letter {
  const { event, participant } = attendance;
  const { locale } = reader;
  const t = translator(locale, "mail.lapse");
  return {
    ...toParticipant(attendance, participant, {
      locale,
      button: t("button"),
      reason: (names) => t("reason", names),
    }),
    subject: t("subject", { title: event.title }),
    heading: t("heading"),
    intro: t("intro"),
    event: eventCard(attendance, reader, false),
  };
}
