import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { editIdentityPath, paths } from "@/lib/core/paths";
import type { SharedEvent } from "@/lib/departure/shared-events";
import type { EndingEvent, WhatGoes } from "@/lib/departure/what-goes";
import type { Face } from "@/lib/identities/queries";
import type { FormAction } from "@/lib/web/form-state";
import { ProofField } from "./proof-field";
import { SharedEvents } from "./shared-events";
import { WhatGoesList } from "./what-goes-list";

type DeleteIdentityProps = {
  face: Face;
  goes: WhatGoes;
  events: EndingEvent[];
  /** What others host too. */
  shared: SharedEvent[];
  now: Date;
  hasPassword: boolean;
  /** Gets `actorId`, `endings`, and `password` or `typed`. */
  remove: FormAction;
};

/** Asks once, and says what will happen to whom. */
export function DeleteIdentity({ face, shared, hasPassword, remove, ...what }: DeleteIdentityProps) {
  const t = useTranslations("departure.identity");
  const { id, name, handle } = face;
  return (
    <FormPage title={t("title", { name })} lead={t("lead", { handle })}>
      <h2 className="text-step-1">{t("whatGoes")}</h2>
      <WhatGoesList handle={handle} {...what} />
      <FormTexts>
        <ActionForm action={remove}>
          <input type="hidden" name="actorId" value={id} />
          <SharedEvents shared={shared} now={what.now} />
          <ProofField hasPassword={hasPassword} word={handle} />
          <SubmitButton variant="danger" wide>
            {t("confirm", { name })}
          </SubmitButton>
        </ActionForm>
      </FormTexts>
      <ButtonLink href={editIdentityPath(handle)} variant="quiet" wide>
        {t("keep")}
      </ButtonLink>
    </FormPage>
  );
}

/** The only identity goes with the account. */
export function LastIdentity({ face: { name, handle } }: { face: Face }) {
  const t = useTranslations("departure.identity");
  return (
    <FormPage title={t("title", { name })}>
      <p>{t("last")}</p>
      <ButtonLink href={paths.newIdentity} variant="primary" wide>
        {t("newFirst")}
      </ButtonLink>
      <ButtonLink href={`${paths.data}#delete`} wide>
        {t("deleteAccount")}
      </ButtonLink>
      <ButtonLink href={editIdentityPath(handle)} variant="quiet" wide>
        {t("keep")}
      </ButtonLink>
    </FormPage>
  );
}
