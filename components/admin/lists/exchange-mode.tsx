import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Dialog } from "@/components/ui/dialog";
import { paths } from "@/lib/core/paths";
import type { CutServer } from "@/lib/federation/administration/cut-by-listing";
import type { FormAction } from "@/lib/web/form-state";

type ExchangeModeProps = {
  mode: "open" | "listed";
  /** The servers that were allowed. */
  allowed: string[];
  /** Those that have to do with this one and were not. */
  cut: { servers: CutServer[]; total: number };
  setMode: FormAction;
};

/** Whether all servers exchange with this one, or listed ones alone; and who is cut off by that. */
export function ExchangeMode({ mode, allowed, cut, setMode }: ExchangeModeProps) {
  const t = useTranslations("admin.lists");
  const other = mode === "open" ? "listed" : "open";
  return (
    <SettingsSection id="mode" title={t("mode")} lead={t(`modeIs.${mode}`)}>
      <p>{t("allowed", { count: allowed.length })}</p>
      {allowed.length > 0 && (
        <details className="more">
          <summary>{t("showAllowed")}</summary>
          <p className="break-words">{allowed.join(", ")}</p>
        </details>
      )}
      <p className="soft">
        {t.rich("allowHow", { link: (words) => <a href={`${paths.federation}#policies`}>{words}</a> })}
      </p>
      {mode === "listed" && <CutServers cut={cut} text={t("areCut", { count: cut.total })} />}
      <Dialog
        opener={t(`modeTo.${other}`)}
        variant={other === "listed" ? "danger" : "plain"}
        title={t(`modeTitle.${other}`)}
      >
        <p>{t(`modeText.${other}`)}</p>
        {other === "listed" && <CutServers cut={cut} text={t("wouldBeCut", { count: cut.total })} />}
        <ActionForm action={setMode} id="exchange-mode">
          <input type="hidden" name="federationMode" value={other} />
          <SubmitButton variant={other === "listed" ? "danger" : "primary"}>
            {t(`modeConfirm.${other}`)}
          </SubmitButton>
        </ActionForm>
      </Dialog>
    </SettingsSection>
  );
}

function CutServers({ cut: { servers, total }, text }: { cut: ExchangeModeProps["cut"]; text: string }) {
  const t = useTranslations("admin.lists");
  return (
    <>
      <p>{text}</p>
      {total > 0 && (
        <ul className="cut-servers">
          {servers.map(({ domain, followed, following }) => (
            <li key={domain}>
              <strong>{domain}</strong>{" "}
              <span className="soft small">{t("ties", { followed, following })}</span>
            </li>
          ))}
          {total > servers.length && <li>{t("more", { count: total - servers.length })}</li>}
        </ul>
      )}
    </>
  );
}
