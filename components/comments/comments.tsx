import { useTranslations } from "next-intl";
import { FormTexts } from "@/components/forms/form-texts";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/ui/pager";
import type { Event } from "@/db/schema/events";
import type { Held } from "@/lib/comments/held";
import { canManageComments } from "@/lib/comments/policy";
import { commentRefusal } from "@/lib/comments/rules";
import type { Thread } from "@/lib/comments/threads";
import { eventPath, signInPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { FormAction } from "@/lib/web/form-state";
import type { Surroundings } from "./comment-item";
import { type Answering, CommentThread } from "./comment-thread";
import { type Decisions, HeldComments } from "./held-comments";
import { WriteComment } from "./write-comment";

/** A page of what was said under an event. */
export type CommentReading = {
  threads: Thread[];
  held: Held[];
  total: number;
  page: number;
  pageCount: number;
  openable: Set<string>;
  /** Between two comments of one identity; 0: none. */
  pauseSeconds: number;
};

export type CommentActions = Decisions & { add: FormAction };

type CommentsProps = {
  event: Event;
  now: Date;
  reading: CommentReading;
  /** Nobody: as it is kept for all visitors. `identities`: the one to propose first. */
  member?: { identities: Face[]; zone: string; actions: CommentActions };
};

/** What people say under an event, and where one says something. Nothing under a draft. */
export function Comments({ event, now, reading, member }: CommentsProps) {
  const t = useTranslations("comments");
  if (!event.publishedAt) return null;
  const { threads, held, total, page, pageCount } = reading;
  const host = member?.identities.find((own) => canManageComments(actorOf(own), event)) ?? null;
  const isClosed = commentRefusal(event, { isHost: host !== null, now }) !== null;
  const around = surroundingsOf({ event, now, reading, member }, host !== null);
  const answering = member && !isClosed ? answeringOf(event, { ...member, host, reading }) : undefined;
  const hrefOf = (number: number) =>
    `${eventPath(event.slug)}${number > 1 ? `?comments=${number}` : ""}#comments`;
  const content = (
    <>
      {member && <HeldComments held={held} around={around} host={host} decisions={member.actions} />}
      {answering && event.domain && <p className="soft small">{t("goesTo", { host: event.domain })}</p>}
      {answering && <WriteComment {...answering} />}
      {!member && !isClosed && <SignInFirst slug={event.slug} />}
      {isClosed && total > 0 && <p className="soft">{t("closed")}</p>}
      {total === 0 && <p className="soft">{t(isClosed ? "noneClosed" : "none")}</p>}
      {threads.length > 0 && (
        <ul className="comment-list">
          {threads.map((thread) => (
            <CommentThread key={thread.root.id} thread={thread} around={around} answering={answering} />
          ))}
        </ul>
      )}
      <Pager page={page} pageCount={pageCount} hrefOf={hrefOf} />
    </>
  );
  return (
    <section id="comments" className="comments" aria-labelledby="comments-title">
      <h2 id="comments-title" className="text-step-2">
        {t("title", { total })}
      </h2>
      {member ? <FormTexts>{content}</FormTexts> : content}
    </section>
  );
}

function SignInFirst({ slug }: { slug: string }) {
  const t = useTranslations("comments");
  return (
    <p>
      <ButtonLink href={signInPath(`${eventPath(slug)}#comments`)}>{t("signIn")}</ButtonLink>
    </p>
  );
}

function surroundingsOf({ event, now, reading, member }: CommentsProps, isHost: boolean): Surroundings {
  return {
    slug: event.slug,
    hostIds: [event.organizerId, ...event.hostIds],
    clock: { now, zone: member?.zone ?? event.zone },
    openable: reading.openable,
    own: new Set(member?.identities.map(({ id }) => id)),
    isHost,
  };
}

type Answerer = NonNullable<CommentsProps["member"]> & { host: Face | null; reading: CommentReading };

function answeringOf(event: Event, { identities, actions, host, reading }: Answerer): Answering {
  // Where comments are closed only hosts still speak.
  const speakers = event.commentsPolicy === "closed" && host ? [host] : identities;
  const isModerated = event.commentsPolicy === "moderated";
  const { pauseSeconds } = reading;
  return { eventId: event.id, isModerated, pauseSeconds, identities: speakers, host, add: actions.add };
}

function actorOf({ id }: Face) {
  return { kind: "identity" as const, actorId: id };
}
