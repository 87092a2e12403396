import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Chip } from "@/components/ui/chip";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { Held } from "@/lib/comments/held";
import { commentPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { FormAction } from "@/lib/web/form-state";
import { type Surroundings, Words } from "./comment-item";
import { CommentTime } from "./comment-time";

export type Decisions = { approve: FormAction; refuse: FormAction };

type HeldCommentsProps = { held: Held[]; around: Surroundings; host: Face | null; decisions: Decisions };

/** What waits for a host: for hosts, who decide, and for those who wrote it. */
export function HeldComments({ held, around, host, decisions }: HeldCommentsProps) {
  const t = useTranslations("comments");
  if (held.length === 0) return null;
  return (
    <div className="comments-held">
      <h3 className="text-step-1">{host ? t("waitingForYou") : t("notYetSeen")}</h3>
      <ul className="comment-list">
        {held.map(({ comment, author, answers }) => (
          <li key={comment.id} id={`comment-${comment.id}`} tabIndex={-1}>
            <Words
              author={author}
              html={comment.html}
              around={around}
              after={
                host &&
                comment.status === "waiting" &&
                !comment.heldAt && (
                  <Decide commentId={comment.id} name={author.name} as={host.handle} decisions={decisions} />
                )
              }
            >
              <Chip tone={comment.status === "waiting" ? "waiting" : "plain"}>
                {t(comment.heldAt ? "held" : comment.status === "waiting" ? "waits" : "refused")}
              </Chip>
              <span className="soft small">
                <CommentTime at={comment.createdAt} clock={around.clock} />
                {answers && <> · {t("inAnswerTo", { name: answers })}</>}
              </span>
              {around.own.has(author.id) && (
                <a className="comment-act small" href={commentPath(around.slug, comment.id)}>
                  {t("change")}
                  <VisuallyHidden> {t("ofAuthor", { name: author.name })}</VisuallyHidden>
                </a>
              )}
            </Words>
          </li>
        ))}
      </ul>
    </div>
  );
}

type DecideProps = { commentId: string; name: string; as: string; decisions: Decisions };

function Decide({ commentId, name, as, decisions }: DecideProps) {
  const t = useTranslations("comments");
  return (
    <div className="row mt-2">
      {(["approve", "refuse"] as const).map((kind) => (
        <ActionForm key={kind} id={`${kind}-${commentId}`} action={decisions[kind]} className="decision">
          <input type="hidden" name="commentId" value={commentId} />
          <input type="hidden" name="as" value={as} />
          <SubmitButton variant="plain" small>
            {t(kind)}
            <VisuallyHidden> {t("ofAuthor", { name })}</VisuallyHidden>
          </SubmitButton>
        </ActionForm>
      ))}
    </div>
  );
}
