import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ButtonForm } from "@/components/forms/button-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { questionsPath } from "@/lib/core/participation-paths";
import { pictureSources } from "@/lib/media/sources";
import type { AskedQuestion, Asking } from "./question-list";

type QuestionRowProps = { about: Asking; question: AskedQuestion; isFirst: boolean; isLast: boolean };

/** One question as it is asked, and what may be done about it. */
export function QuestionRow({ about, question, isFirst, isLast }: QuestionRowProps) {
  const t = useTranslations("questions");
  const { id, kind, label, choices, isRequired, answers } = question;
  const told = [t(`kinds.${kind}`), isRequired ? t("required") : t("optional")];
  return (
    <li id={`question-${id}`}>
      <div className="min-w-0">
        <p>
          <strong>
            <bdi>{label}</bdi>
          </strong>
        </p>
        <p className="soft small">
          {[...told, ...(answers > 0 ? [t("answers", { count: answers })] : [])].join(" · ")}
        </p>
        {choices.length > 0 && (
          <ul className="question-choices small">
            {choices.map((choice) => (
              <li key={choice}>{choice}</li>
            ))}
          </ul>
        )}
      </div>
      <div className="row">
        {!isFirst && <Move about={about} question={question} to="up" />}
        {!isLast && <Move about={about} question={question} to="down" />}
        <ButtonLink href={`${questionsPath(about.event.slug)}?edit=${id}#question-${id}`} small>
          <span aria-hidden="true">{t("edit")}</span>
          <VisuallyHidden>{t("editNamed", { label })}</VisuallyHidden>
        </ButtonLink>
        <Remove about={about} question={question} />
      </div>
    </li>
  );
}

function Move({ about, question, to }: Pick<QuestionRowProps, "about" | "question"> & { to: "up" | "down" }) {
  const t = useTranslations("questions");
  const { event, acting, actions } = about;
  const said = t(to === "up" ? "upNamed" : "downNamed", { label: question.label });
  return (
    <ButtonForm action={actions.move}>
      <input type="hidden" name="eventId" value={event.id} />
      <input type="hidden" name="questionId" value={question.id} />
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="as" value={acting.handle} />
      <Button type="submit" variant="quiet" small>
        <Icon name="chevronDown" label={said} className={to === "up" ? "is-up" : undefined} />
      </Button>
    </ButtonForm>
  );
}

/** Says what goes with it: answers cannot be brought back. */
function Remove({ about, question }: Pick<QuestionRowProps, "about" | "question">) {
  const t = useTranslations("questions.remove");
  const { event, acting, actions } = about;
  const { id, label, answers } = question;
  const opener = (
    <>
      <span aria-hidden="true">{t("open")}</span>
      <VisuallyHidden>{t("openNamed", { label })}</VisuallyHidden>
    </>
  );
  return (
    <Dialog opener={opener} variant="quiet" small title={t("title", { label })} className="question-remove">
      <p>{t("text", { answers })}</p>
      <ActionForm action={actions.remove} id={`remove-${id}`}>
        <input type="hidden" name="eventId" value={event.id} />
        <input type="hidden" name="questionId" value={id} />
        <ActingAs identity={acting} picture={pictureSources(acting.avatar)} />
        <SubmitButton variant="danger">{t("confirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
