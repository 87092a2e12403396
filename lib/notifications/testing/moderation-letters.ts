import type { Reader } from "../event-card";
import type { Letter } from "../letter";
import {
  accountLockedLetter,
  accountOpenedLetter,
  moderatedLetter,
  withdrawnLetter,
} from "../letters/moderated";
import { reportAnsweredLetter, reportArrivedLetter, reportReceivedLetter } from "../letters/reports";
import type { Happening, Person } from "../people";

type Cast = { happening: Happening; identity: Person; message: string; reader: Reader };

/** The letters that reports lead to, and what moderators decide. */
export function moderationLetters({ happening, identity, message, reader }: Cast): Record<string, Letter> {
  const { locale } = reader;
  const { title } = happening.event;
  const about = { locale, thing: title, words: message };
  const to = { person: identity, why: message };
  const byMail = { participationId: "0193573f-0000-7000-8000-000000000000", name: identity.name };
  return {
    reportReceived: reportReceivedLetter(about),
    reportArrived: reportArrivedLetter({ ...about, found: { id: "c" }, category: "hateful" }),
    reportAnswered: reportAnsweredLetter({ ...about, answer: message }),
    warned: moderatedLetter({ what: "warned" }, to, reader),
    removedEvent: moderatedLetter({ what: "removedEvent", title }, to, reader),
    removedComment: moderatedLetter({ what: "removedComment", title }, to, reader),
    limited: moderatedLetter({ what: "limited" }, to, reader),
    suspended: moderatedLetter({ what: "suspended", until: null }, to, reader),
    suspendedUntil: moderatedLetter(
      { what: "suspended", until: new Date("2026-12-01T12:00:00Z") },
      to,
      reader,
    ),
    unsuspended: moderatedLetter({ what: "unsuspended" }, { ...to, why: "" }, reader),
    accountLocked: accountLockedLetter({ locale, why: message, isHidden: false }),
    accountHidden: accountLockedLetter({ locale, why: message, isHidden: true }),
    accountOpened: accountOpenedLetter({ locale, wasHidden: true }),
    withdrawn: withdrawnLetter(happening, identity, reader),
    withdrawnByMail: withdrawnLetter(happening, byMail, reader),
  };
}
