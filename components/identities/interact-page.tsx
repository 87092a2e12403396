import { useTranslations } from "next-intl";
import { UnknownAddress } from "@/components/events/unknown-address";
import { FormPage } from "@/components/layout/form-page";
import { ButtonLink } from "@/components/ui/button";
import { interactPath } from "@/lib/core/interact-path";
import type { WhyNot } from "@/lib/web/look-elsewhere";
import { AskAddress } from "./from-elsewhere";

/** The last step to another server is a link: whoever follows it knows where it leads. */
export function GoToOwnServer({ uri, href, host }: { uri: string; href: string; host: string }) {
  const t = useTranslations("elsewhere.from");
  return (
    <FormPage title={t("title")} lead={t("goLead", { host })}>
      <ButtonLink variant="primary" wide href={href} rel="external noopener noreferrer">
        {t("go", { host })}
      </ButtonLink>
      <p className="small">
        <a href={interactPath(uri)}>{t("another")}</a>
      </p>
    </FormPage>
  );
}

/** Their server tells no page for it: most can search for an address. */
export function PasteThere({ uri, host }: { uri: string; host: string }) {
  const t = useTranslations("elsewhere.from");
  return (
    <FormPage title={t("title")} lead={t("pasteLead", { host })}>
      <p className="break-words">
        <code>{uri}</code>
      </p>
      <p className="row">
        <button type="button" className="btn" data-copy={uri} data-done={t("copied")}>
          {t("copy")}
        </button>
      </p>
    </FormPage>
  );
}

/** What they typed is no address, or nobody answers there. */
export function AskOwnServer({
  uri,
  typed,
  problem,
}: {
  uri: string;
  typed: string;
  problem: "noAddress" | "noAnswer" | "tooMany" | "suspended";
}) {
  const t = useTranslations("elsewhere.from");
  return (
    <FormPage title={t("title")} lead={t("lead")}>
      <AskAddress uri={uri} typed={typed} errors={[t(problem)]} />
    </FormPage>
  );
}

/** Somebody was sent here with a thing that cannot be shown. */
export function NothingToShow({ uri, whyNot }: { uri: string; whyNot: WhyNot }) {
  const t = useTranslations("elsewhere.from");
  return (
    <FormPage title={t("nothingTitle")}>
      <UnknownAddress address={uri} whyNot={whyNot} back={interactPath(uri)} />
    </FormPage>
  );
}
