import { useTranslations } from "next-intl";
import { CheckboxField, HiddenField, SelectField, TextAreaField, TextField } from "@/components/forms/fields";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActingAs } from "@/components/identities/acting-as";
import { ButtonLink } from "@/components/ui/button";
import { questionsPath } from "@/lib/core/participation-paths";
import { pictureSources } from "@/lib/media/sources";
import { questionKinds } from "@/lib/participation/questions/input";
import { QuestionForm } from "./question-forms";
import type { AskedQuestion, Asking } from "./question-list";

type QuestionEditorProps = {
  about: Asking;
  /** Absent: a new one. */
  question?: AskedQuestion;
  questionId: string;
};

/** The form of one question. What was answered keeps its kind: the answers would make no sense. */
export function QuestionEditor({ about, question, questionId }: QuestionEditorProps) {
  const t = useTranslations("questions");
  const { event, acting, actions } = about;
  const kind = question?.kind ?? "text";
  const isAnswered = question !== undefined && question.answers > 0;
  return (
    <QuestionForm action={actions.save} className="question-form">
      <input type="hidden" name="eventId" value={event.id} />
      <HiddenField name="questionId" defaultValue={questionId} />
      <TextField
        name="label"
        label={t("label")}
        hint={question ? undefined : t("labelHint")}
        defaultValue={question?.label}
        maxLength={200}
        dir="auto"
        required
      />
      {isAnswered ? (
        <KeptKind kind={kind} answers={question.answers} />
      ) : (
        <SelectField
          name="kind"
          label={t("kind")}
          defaultValue={kind}
          options={questionKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
      )}
      <TextAreaField
        name="choices"
        className="question-form-choices"
        label={t("choices")}
        hint={t("choicesHint")}
        defaultValue={question?.choices.join("\n")}
        rows={4}
        dir="auto"
      />
      <CheckboxField
        name="isRequired"
        label={t("isRequired")}
        hint={t("isRequiredHint")}
        defaultChecked={question?.isRequired}
      />
      <ActingAs identity={acting} picture={pictureSources(acting.avatar)} />
      <div className="row">
        <SubmitButton>{question ? t("save") : t("add")}</SubmitButton>
        {question && (
          <ButtonLink href={`${questionsPath(event.slug)}#question-${question.id}`} variant="quiet">
            {t("cancel")}
          </ButtonLink>
        )}
      </div>
    </QuestionForm>
  );
}

function KeptKind({ kind, answers }: Pick<AskedQuestion, "kind" | "answers">) {
  const t = useTranslations("questions");
  return (
    <p className="soft small">
      <input type="hidden" name="kind" value={kind} data-kind={kind} />
      {t("kindKept", { kind: t(`kinds.${kind}`), answers })}
    </p>
  );
}
