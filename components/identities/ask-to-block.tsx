import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { FormPage } from "@/components/layout/form-page";
import { Button } from "@/components/ui/button";
import { identityPath } from "@/lib/core/paths";
import type { Face } from "@/lib/identities/queries";
import type { FormAction } from "@/lib/web/form-state";

type AskToBlockProps = {
  /** Who would block: named in the form, should the reader act as another meanwhile. */
  by: Pick<Face, "handle" | "name">;
  name: string;
  address: string;
  /** Their server, where it is another one. */
  domain: string | null;
  block: FormAction;
  mute: FormAction;
  blockServer: FormAction;
};

/** What blocking and muting does, and the buttons that do it. */
export function AskToBlock({ by, name, address, domain, ...acts }: AskToBlockProps) {
  const t = useTranslations("blocks.ask");
  const fields = (
    <>
      <input type="hidden" name="handle" value={address} />
      <input type="hidden" name="as" value={by.handle} />
    </>
  );
  return (
    <FormPage
      title={t("title", { name })}
      lead={t("lead", { name: by.name })}
      after={<a href={identityPath(address)}>{t("back")}</a>}
    >
      <p>{t("blockWhat")}</p>
      <ButtonForm action={acts.block}>
        {fields}
        <Button type="submit" variant="danger">
          {t("block", { name })}
        </Button>
      </ButtonForm>
      <p className="mt-5">{t("muteWhat")}</p>
      <ButtonForm action={acts.mute}>
        {fields}
        <Button type="submit">{t("mute", { name })}</Button>
      </ButtonForm>
      {domain && (
        <>
          <p className="mt-5">{t("serverWhat", { domain })}</p>
          <ButtonForm action={acts.blockServer} className="row">
            <input type="hidden" name="domain" value={domain} />
            <input type="hidden" name="as" value={by.handle} />
            <Button type="submit" name="kind" value="block" variant="danger">
              {t("block", { name: domain })}
            </Button>
            <Button type="submit" name="kind" value="mute">
              {t("mute", { name: domain })}
            </Button>
          </ButtonForm>
        </>
      )}
    </FormPage>
  );
}
