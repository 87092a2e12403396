import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ButtonForm } from "@/components/forms/button-form";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { FormPage } from "@/components/layout/form-page";
import { paths } from "@/lib/core/paths";
import { documentPath } from "@/lib/core/text-paths";
import type { Changed } from "@/lib/web/agreement";
import type { FormAction } from "@/lib/web/form-state";

type AgreeProps = {
  changed: Changed[];
  /** Which change is agreed to, as `agree` takes it. */
  since: string;
  back: string;
  name: string;
  agree: FormAction;
  signOut: FormAction;
};

/** What was changed, and the choice: agree, or take one's data along and leave. */
export function Agree({ changed, since, back, name, agree, signOut }: AgreeProps) {
  const t = useTranslations("agreement");
  return (
    <FormPage title={t("title")} lead={t("lead", { name })} after={<OtherWays signOut={signOut} />}>
      <ul className="list">
        {changed.map((one) => (
          <li key={one.kind}>
            <ChangedDocument {...one} />
          </li>
        ))}
      </ul>
      <FormTexts>
        <ActionForm action={agree} id="agree" className="mt-5">
          <input type="hidden" name="since" value={since} />
          <input type="hidden" name="back" value={back} />
          <SubmitButton wide>{t("agree")}</SubmitButton>
        </ActionForm>
      </FormTexts>
    </FormPage>
  );
}

/** Both versions open beside this page: nobody has to find it again. */
function ChangedDocument({ kind, version, known }: Changed) {
  const t = useTranslations("agreement");
  return (
    <div>
      <a className="font-semibold" href={documentPath(kind)} target="_blank" rel="noreferrer">
        {t(kind, { version })}
      </a>
      <br />
      {known > 0 ? (
        <a className="small" href={documentPath(kind, known)} target="_blank" rel="noreferrer">
          {t("before", { version: known })}
        </a>
      ) : (
        <span className="soft small">{t("nothingBefore")}</span>
      )}
    </div>
  );
}

function OtherWays({ signOut }: Pick<AgreeProps, "signOut">) {
  const t = useTranslations("agreement");
  return (
    <>
      <p>{t.rich("instead", { data: (words) => <a href={paths.data}>{words}</a> })}</p>
      <ButtonForm action={signOut} className="mt-3">
        <SubmitButton variant="plain" small>
          {t("signOut")}
        </SubmitButton>
      </ButtonForm>
    </>
  );
}
