import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { FormPage } from "@/components/layout/form-page";
import { Dialog } from "@/components/ui/dialog";
import { Prose } from "@/components/ui/prose";
import type { Comment } from "@/db/schema/comments";
import type { Event } from "@/db/schema/events";
import { commentAnchor } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";
import type { FormAction } from "@/lib/web/form-state";
import { RevisedCommentForm } from "./forms";

type ManageCommentProps = {
  comment: Comment;
  author: Face;
  event: Event;
  /** As whom the reader may act: at least one of the two. */
  as: { author: Face | null; host: Face | null };
  actions: { edit: FormAction; remove: FormAction; pin: FormAction; unpin: FormAction };
};

/** What its author or a host may change about one comment. */
export function ManageComment({ comment, author, event, as, actions }: ManageCommentProps) {
  const t = useTranslations("comments");
  const isEditable = as.author && comment.status !== "refused";
  const keeper = as.author ?? as.host;
  return (
    <FormPage
      title={as.author ? t("yours") : t("commentOf", { name: author.name })}
      lead={t.rich("under", {
        title: event.title,
        link: (words) => <a href={commentAnchor(event.slug, comment.id)}>{words}</a>,
      })}
    >
      <FormTexts>
        {isEditable && as.author ? (
          <Edit
            comment={comment}
            as={as.author}
            isModerated={event.commentsPolicy === "moderated"}
            {...actions}
          />
        ) : (
          <Prose html={comment.html} />
        )}
        <div className="comment-manage">
          {as.host && comment.status === "visible" && <Pin comment={comment} as={as.host} {...actions} />}
          {keeper && <Delete comment={comment} author={author} as={keeper} remove={actions.remove} />}
        </div>
      </FormTexts>
    </FormPage>
  );
}

type EditProps = { comment: Comment; as: Face; isModerated: boolean; edit: FormAction };

function Edit({ comment, as, isModerated, edit }: EditProps) {
  const t = useTranslations("comments");
  return (
    <RevisedCommentForm id="edit-comment" action={edit}>
      <input type="hidden" name="commentId" value={comment.id} />
      <TextAreaField
        name="text"
        label={t("words")}
        hint={t(isModerated ? "hintEditModerated" : "hintEdit")}
        defaultValue={comment.source}
        maxLength={5000}
        rows={6}
        required
      />
      <ActingAs identity={as} picture={pictureSources(as.avatar)} />
      <SubmitButton wide>{t("save")}</SubmitButton>
    </RevisedCommentForm>
  );
}

function Pin({
  comment,
  as,
  pin,
  unpin,
}: Pick<EditProps, "comment" | "as"> & { pin: FormAction; unpin: FormAction }) {
  const t = useTranslations("comments");
  return (
    <ActionForm id="pin-comment" action={comment.isPinned ? unpin : pin}>
      <input type="hidden" name="commentId" value={comment.id} />
      <input type="hidden" name="as" value={as.handle} />
      <SubmitButton variant="plain" wide>
        {t(comment.isPinned ? "unpin" : "pin")}
      </SubmitButton>
    </ActionForm>
  );
}

type DeleteProps = Pick<EditProps, "comment" | "as"> & { author: Face; remove: FormAction };

/** Asks once, and says what will happen. */
function Delete({ comment, author, as, remove }: DeleteProps) {
  const t = useTranslations("comments");
  const isOwn = as.id === author.id;
  return (
    <Dialog opener={t("delete")} title={isOwn ? t("deleteOwn") : t("deleteOf", { name: author.name })}>
      <p>{t("deleteText")}</p>
      <ActionForm id="delete-comment" action={remove}>
        <input type="hidden" name="commentId" value={comment.id} />
        <ActingAs identity={as} picture={pictureSources(as.avatar)} />
        <div className="row">
          <SubmitButton variant="danger">{t("deleteConfirm")}</SubmitButton>
        </div>
      </ActionForm>
    </Dialog>
  );
}
