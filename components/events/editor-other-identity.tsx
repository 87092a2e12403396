import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { FormAction } from "@/lib/web/form-state";

type Face = { handle: string; name: string };

type EditorOtherIdentityProps = {
  organizer: Face;
  current: Face;
  /** Gets `handle` and `return`. */
  actAs: FormAction;
  returnTo: string;
};

/** For the account whose other identity organises the event, and for nobody else. */
export function EditorOtherIdentity({ organizer, current, actAs, returnTo }: EditorOtherIdentityProps) {
  const t = useTranslations("eventForm");
  const names = { organizer: organizer.name, current: current.name };
  return (
    <EmptyState
      icon="person"
      title={t("otherTitle", names)}
      action={
        <ButtonForm action={actAs}>
          <input type="hidden" name="handle" value={organizer.handle} />
          <input type="hidden" name="return" value={returnTo} />
          <Button type="submit" variant="primary">
            {t("actAsToEdit", names)}
          </Button>
        </ButtonForm>
      }
    >
      {t("otherText", names)}
    </EmptyState>
  );
}
