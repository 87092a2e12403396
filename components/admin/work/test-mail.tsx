"use client";

import { ActionForm } from "@/components/forms/action-form";
import { useFormKit } from "@/components/forms/form-context";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/lib/web/form-state";

type Texts = Record<"button" | "hint" | "went" | "wentNot", string>;
type TestMailProps = { action: FormAction; locale: string; texts: Texts };

/** Whether mail works, tried at once. */
export function TestMail({ action, locale, texts }: TestMailProps) {
  return (
    <ActionForm action={action} id="test-mail">
      <input type="hidden" name="locale" value={locale} />
      <Outcome texts={texts} />
      <div className="form-actions">
        <SubmitButton variant="plain">{texts.button}</SubmitButton>
      </div>
      <p className="soft small">{texts.hint}</p>
    </ActionForm>
  );
}

function Outcome({ texts }: { texts: Texts }) {
  const { state } = useFormKit();
  if (state.status !== "done") return null;
  const problem = state.answer?.problem;
  if (!problem)
    return (
      <p role="status" className="alert alert-success">
        {texts.went}
      </p>
    );
  return (
    <p role="alert" className="alert alert-refusal work-error">
      <span>
        {texts.wentNot} <code>{problem}</code>
      </span>
    </p>
  );
}
