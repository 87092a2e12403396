export function participantsPath(slug: string): string {
  return `/events/${slug}/participants`;
}

/** What those who take part are asked. */
export function questionsPath(slug: string): string {
  return `/events/${slug}/questions`;
}

/** The list of participants as a file, or for paper. */
export function participantsFilePath(slug: string, format: "csv" | "ods"): string {
  return `${participantsPath(slug)}.${format}`;
}

export function participantsPrintPath(slug: string): string {
  return `${participantsPath(slug)}/print`;
}

/** Who comes, for those who may know it. */
export function peoplePath(slug: string, page = 1): string {
  return `/events/${slug}/people${page > 1 ? `?page=${page}` : ""}`;
}

/** Where hosts write to those who answered. */
export function messagesPath(slug: string): string {
  return `/events/${slug}/messages`;
}

/** Where hosts ask people to come. */
export function invitationsPath(slug: string): string {
  return `/events/${slug}/invitations`;
}

/** Where somebody without an account sees and changes how they take part: whoever has the secret may. */
export function answersPath(token: string): string {
  return `/answers/${token}`;
}

/** Where a mailed link shows that an address is theirs. */
export function confirmAnswerPath(token: string): string {
  return `/answers/confirm/${token}`;
}

/** The event for one's calendar, with all that whoever has the secret may know of it. */
export function answerCalendarPath(token: string): string {
  return `${answersPath(token)}/event.ics`;
}

/** Somebody without an account answered: where they are told to look into their mailbox. */
export function answerSentPath(slug: string): string {
  return `/answers/sent?event=${slug}`;
}
