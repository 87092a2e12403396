import type { ComponentProps, ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { FormAction } from "@/lib/web/form-state";

/** What every decision on one list says about itself. */
export type Deciding = { as: string; back: string };

type DecisionFormProps = Deciding & {
  kind: "let-in" | "refuse";
  participationId: string;
  decide: FormAction;
  /** Read instead of the button's words, since a list holds many that look the same. */
  said?: string;
  variant?: ComponentProps<typeof SubmitButton>["variant"];
  /** What goes along, above the button. */
  fields?: ReactNode;
  children: ReactNode;
};

/** One button that lets somebody in, or refuses. */
export function DecisionForm(props: DecisionFormProps) {
  const { kind, participationId, as, back, decide, said, variant, fields, children } = props;
  return (
    <ActionForm id={`${kind}-${participationId}`} action={decide} className="decision">
      <input type="hidden" name="participationId" value={participationId} />
      <input type="hidden" name="as" value={as} />
      <input type="hidden" name="back" value={back} />
      {fields}
      <SubmitButton variant={variant}>{said ? <Said shown={children} read={said} /> : children}</SubmitButton>
    </ActionForm>
  );
}

/** Words for the eye, and others for the ear. */
export function Said({ shown, read }: { shown: ReactNode; read: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <VisuallyHidden>{read}</VisuallyHidden>
    </>
  );
}
