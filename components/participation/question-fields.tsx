import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import {
  CheckboxField,
  CheckListField,
  RadioField,
  SelectField,
  TextAreaField,
  TextField,
} from "@/components/forms/fields";
import type { EventQuestion } from "@/db/schema/event-questions";
import { questionField } from "@/lib/participation/input";

type Asked = Pick<EventQuestion, "id" | "kind" | "label" | "isRequired" | "choices">;

type QuestionFieldsProps = {
  /** In the order of the hosts. */
  questions: Asked[];
  /** What was answered before, by question. */
  answers?: Record<string, string[]>;
};

/** From so many on they are a list instead of buttons, which would fill a phone. */
const MANY = 6;

/**
 * What the hosts ask, one field each, for any form around it. Buttons for those who do not come belong to be sent with
 * `formNoValidate`: they need not answer.
 */
export function QuestionFields({ questions, answers = {} }: QuestionFieldsProps) {
  const t = useTranslations("questions");
  if (questions.length === 0) return null;
  return (
    <>
      <p className="soft small">{t("readers")}</p>
      {questions.map((question) => (
        <QuestionField key={question.id} question={question} answer={answers[question.id] ?? []} />
      ))}
    </>
  );
}

function QuestionField({ question, answer }: { question: Asked; answer: string[] }) {
  const t = useTranslations("forms");
  const optional = question.isRequired ? undefined : t("optional");
  const frame = {
    name: questionField(question.id),
    label: <bdi>{question.label}</bdi>,
    required: question.isRequired,
    optional,
  };
  const text = { ...frame, defaultValue: answer[0] ?? "" };
  switch (question.kind) {
    case "text":
      return <TextAreaField {...text} maxLength={1000} rows={2} dir="auto" />;
    case "number":
      return <TextField {...text} inputMode="decimal" maxLength={15} autoComplete="off" />;
    case "choice":
      return <ChoiceField {...text} choices={question.choices} />;
    case "several":
      // One of the boxes is enough: browsers would ask for each.
      return (
        <CheckListField
          {...frame}
          required={undefined}
          choices={question.choices.map(asChoice)}
          defaultValues={answer}
        />
      );
    case "consent":
      return <ConsentField {...frame} isGiven={answer.length > 0} />;
  }
}

type Frame = { name: string; label: ReactNode; required: boolean; optional?: string };

function ChoiceField({ choices, ...frame }: Frame & { choices: string[]; defaultValue: string }) {
  const t = useTranslations("questions");
  if (choices.length >= MANY) {
    const none = { value: "", label: frame.required ? t("choose") : t("noAnswer") };
    return <SelectField {...frame} options={[none, ...choices.map(asChoice)]} />;
  }
  const none = frame.required ? [] : [{ value: "", label: t("noAnswer") }];
  return <RadioField {...frame} choices={[...choices.map(asChoice), ...none]} />;
}

function ConsentField({ label, optional, isGiven, ...frame }: Frame & { isGiven: boolean }) {
  const words = (
    <>
      {label}
      {optional && <span className="optional"> ({optional})</span>}
    </>
  );
  return <CheckboxField {...frame} label={words} defaultChecked={isGiven} />;
}

function asChoice(choice: string) {
  return { value: choice, label: choice };
}
