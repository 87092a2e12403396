import { useTranslations } from "next-intl";
import { CheckboxField, RadioField, TextAreaField, TextField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { excerpt } from "@/lib/core/text/excerpt";
import { plainText } from "@/lib/core/text/plain-text";
import { reportCategories } from "@/lib/moderation/input";
import type { Thing } from "@/lib/moderation/report/thing";
import type { FormAction } from "@/lib/web/form-state";
import { ReportedForm } from "./forms";

const SHOWN = 300;

type ReportFormProps = {
  thing: Pick<Thing, "kind" | "copy" | "author">;
  /** How the address names it. */
  name: string;
  locale: string;
  /** People without an account leave an address. */
  by: "identity" | "mail";
  report: FormAction;
};

/** What is wrong with something, in one choice and a few words. */
export function ReportForm({ thing, name, locale, by, report }: ReportFormProps) {
  const t = useTranslations("report");
  const forms = useTranslations("forms");
  const categories = useTranslations("moderation.categories");
  const hints = useTranslations("moderation.categoryHints");
  const choices = reportCategories.map((value) => ({ value, label: categories(value), hint: hints(value) }));
  return (
    <FormTexts>
      <ReportedForm action={report}>
        <input type="hidden" name="kind" value={thing.kind} />
        <input type="hidden" name="name" value={name} />
        <input type="hidden" name="locale" value={locale} />
        <ReportedThing thing={thing} />
        <RadioField name="category" label={t("category")} choices={choices} required />
        <TextAreaField
          name="words"
          label={t("words")}
          hint={t("wordsHint")}
          optional={forms("optional")}
          maxLength={3000}
          rows={4}
        />
        {thing.author.domain && (
          <CheckboxField
            name="forward"
            label={t("forward", { domain: thing.author.domain })}
            hint={t("forwardHint")}
          />
        )}
        {by === "mail" && (
          <TextField
            name="email"
            type="email"
            label={t("email")}
            hint={t("emailHint")}
            autoComplete="email"
            required
          />
        )}
        <SubmitButton wide>{t("send")}</SubmitButton>
      </ReportedForm>
    </FormTexts>
  );
}

/** Enough of it to be sure that it is the right one. */
function ReportedThing({ thing: { kind, copy, author } }: Pick<ReportFormProps, "thing">) {
  const t = useTranslations("report");
  const isComment = kind === "comment";
  return (
    <div className="reported">
      <p className="hint">{t("about")}</p>
      <p>
        <strong dir="auto">{isComment ? author.name : copy.title}</strong>{" "}
        {kind === "event" && <span className="soft">{t("by", { name: author.name })}</span>}
      </p>
      {isComment && <p dir="auto">{excerpt(plainText(copy.html), SHOWN)}</p>}
    </div>
  );
}
