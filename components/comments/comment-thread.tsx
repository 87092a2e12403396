import { useTranslations } from "next-intl";
import type { Thread } from "@/lib/comments/threads";
import { commentAnchor } from "@/lib/core/paths";
import { CommentItem, type Surroundings } from "./comment-item";
import { type Speaker, WriteComment } from "./write-comment";

export type Answering = Speaker & { eventId: string; isModerated: boolean; pauseSeconds: number };

type CommentThreadProps = { thread: Thread; around: Surroundings; answering?: Answering };

/** What somebody said, and what others said to that. */
export function CommentThread({ thread: { root, answers, more }, around, answering }: CommentThreadProps) {
  const t = useTranslations("comments");
  const last = root.author ? root : answers.findLast(({ author }) => author);
  return (
    <li id={anchorOf(root)} className="comment-thread" tabIndex={-1}>
      <CommentItem said={root} around={around} />
      {answers.length > 0 && (
        <ul className="comment-answers">
          {answers.map((answer) => (
            <li key={answer.id} id={anchorOf(answer)} tabIndex={-1}>
              <CommentItem said={answer} around={around} />
            </li>
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className="comment-more">
          <a href={commentAnchor(around.slug, root.id)} rel="nofollow">
            {t("showAll", { count: answers.length + more })}
          </a>
        </p>
      )}
      {answering && last?.author && (
        <details className="comment-answer">
          <summary>{t("answerTo", { name: last.author.name })}</summary>
          <WriteComment
            {...answering}
            answered={{ id: last.id, threadId: root.id, name: last.author.name }}
          />
        </details>
      )}
    </li>
  );
}

function anchorOf({ id }: { id: string }): string {
  return `comment-${id}`;
}
