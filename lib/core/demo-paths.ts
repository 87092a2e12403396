/** Where a demonstration explains itself, and makes people somebody with one click. */
export const demoPath = "/demo";

/** Where its mails are shown. */
export const demoMailPath = "/demo/mail";

export function shownMailPath(id: string): string {
  return `${demoMailPath}/${id}`;
}

/** The mail's own page, as mail programs would show it. */
export function shownLetterPath(id: string): string {
  return `${shownMailPath(id)}/letter.html`;
}

export function shownInvitePath(id: string): string {
  return `${shownMailPath(id)}/invite.ics`;
}
