import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Button } from "@/components/ui/button";
import type { FormAction } from "@/lib/web/form-state";

type ForgetTypedProps = {
  eventId: string;
  /** Handle of the identity that typed. */
  editor: string;
  action: FormAction;
  small?: boolean;
};

/** Throws away what was typed and not saved. */
export function ForgetTyped({ eventId, editor, action, small }: ForgetTypedProps) {
  const t = useTranslations("conflict");
  return (
    <ButtonForm action={action}>
      <input type="hidden" name="eventId" value={eventId} />
      <input type="hidden" name="as" value={editor} />
      <Button type="submit" variant="quiet" small={small}>
        {t("forget")}
      </Button>
    </ButtonForm>
  );
}
