import * as z from "zod";

/**
 * What an identity can want mails about: somebody asks to take part in what it organises, or comes without asking, it was let in or refused,
 * what it goes to changed, somebody commented on what it hosts, or answered or named it in a comment; who hosts with
 * whom, and what the others who host change; somebody asks it to come. That an event is called off is always told.
 */
export const mailKinds = [
  "requests",
  "joins",
  "answers",
  "changes",
  "comments",
  "answersToComments",
  "hosting",
  "invitations",
] as const;

export type MailKind = (typeof mailKinds)[number];

/** Who chose nothing gets all others: these would be too many for most. */
export const onlyIfChosen: MailKind[] = ["joins"];

/** A checkbox sent once is a text, several are a list. */
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined ? [] : [value].flat()),
    z.array(item).max(3000, "not_accepted"),
  );

/** The identities of the form and, as "kind:identity", what is ticked: what is not is not wanted. */
export const choiceInput = z.object({
  identity: listOf(z.uuid("not_accepted")),
  wanted: listOf(z.string().max(60)),
});

/** What one box of the form sends. */
export function wantedValue(kind: MailKind, actorId: string): string {
  return `${kind}:${actorId}`;
}

export const unsubscribeInput = z.object({
  token: z.string().regex(/^[\w-]{1,300}$/, "unsubscribe_link_unknown"),
});
