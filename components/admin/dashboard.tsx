import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";
import { paths } from "@/lib/core/paths";
import type { Figure } from "@/lib/web/dashboard-counts";
import type { Dashboard as Known, Warning } from "@/lib/web/dashboard-reading";

type DashboardProps = { figures: Known; waiting: { applications: number; reports: number } };

/** What must be looked at, and then how the server is: each heading leads to where one does something about it. */
export function Dashboard({ figures, waiting }: DashboardProps) {
  const t = useTranslations("admin.dashboard");
  const { accounts, contents, machine, jobs, mails, followed } = figures;
  const howOf = (isMore: boolean) => (isMore ? "over" : "exactly");
  const people = (count: number) => ({ count, how: howOf(accounts.isMore) }) as const;
  const letters = (of: "sent" | "waiting" | "refused") =>
    ({ count: mails[of], how: howOf(mails.isMore[of]) }) as const;
  return (
    <>
      <Warnings warnings={figures.warnings} />
      <div className="figures">
        <Group title={t("people")} href={paths.accounts}>
          <Row name={t("confirmed")} {...people(accounts.confirmed)} />
          <Row name={t("fresh")} {...people(accounts.fresh)} />
          <Row name={t("unconfirmed")} {...people(accounts.unconfirmed)} />
          <Row name={t("applications")} count={waiting.applications} href={paths.applications} />
          <Row name={t("locked")} {...people(accounts.locked)} />
          <Row name={t("identities")} {...contents.identities} />
        </Group>
        <Group title={t("events")} href={paths.search}>
          <Row name={t("published")} {...contents.published} />
          <Row name={t("upcoming")} {...contents.upcoming} />
          <Row name={t("soon")} {...contents.soon} />
          <Row name={t("answers")} {...contents.answers} />
          <Row name={t("comments")} {...contents.comments} />
          <Row name={t("reports")} count={waiting.reports} href={paths.reports} />
        </Group>
        <Group title={t("work")} href={paths.jobs}>
          <Row name={t("jobsWaiting")} count={jobs.waiting} how={howOf(jobs.isMore.waiting)} />
          <Row name={t("jobsFailing")} count={jobs.failing} how={howOf(jobs.isMore.failed)} />
          <Row name={t("jobsGivenUp")} count={jobs.givenUp} how={howOf(jobs.isMore.failed)} />
          <Row name={t("mailsSent")} {...letters("sent")} />
          <Row name={t("mailsWaiting")} {...letters("waiting")} />
          <Row name={t("mailsRefused")} {...letters("refused")} />
        </Group>
        <div className="figures-short">
          <Group title={t("servers")} href={paths.federation}>
            <Row name={t("known")} count={machine.known} />
            <Row name={t("failing")} count={machine.failing} />
            <Row name={t("followed")} count={followed} />
          </Group>
          <Group title={t("machine")}>
            <Fact name={t("version")}>{machine.version}</Fact>
            <Fact name={t("database")}>
              <Size bytes={machine.size} />
            </Fact>
            <Fact name={t("pictures")} isNone={machine.pictures.count === 0}>
              {t.rich("weight", {
                count: machine.pictures.count,
                size: () => <Size bytes={machine.pictures.bytes} />,
              })}
            </Fact>
            {machine.disk !== null && (
              <Fact name={t("disk")}>
                <Size bytes={machine.disk} />
              </Fact>
            )}
          </Group>
        </div>
      </div>
    </>
  );
}

/** Where one does something about it; the others are in the hands of whoever has the machine. */
const remedies: Partial<Record<Warning["about"], string>> = {
  jobsLate: paths.jobs,
  mailsLate: paths.jobs,
  mailsRefused: paths.jobs,
  jobsGivenUp: paths.jobs,
  casesOld: paths.reports,
  noContact: paths.instance,
};

function Warnings({ warnings }: { warnings: Warning[] }) {
  const t = useTranslations("admin.dashboard");
  if (warnings.length === 0) return <Alert tone="success">{t("allWell")}</Alert>;
  return (
    <Alert tone="warning" title={t("lookAt", { count: warnings.length })}>
      <ul className="warnings">
        {warnings.map(({ about, count }) => (
          <li key={about}>
            {t(`warnings.${about}`, { count })} {remedies[about] && <a href={remedies[about]}>{t("look")}</a>}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Group({ title, href, children }: { title: string; href?: string; children: ReactNode }) {
  return (
    <section className="panel">
      <h2 className="text-step-1">{href ? <a href={href}>{title}</a> : title}</h2>
      <dl>{children}</dl>
    </section>
  );
}

function Fact({ name, isNone, children }: { name: string; isNone?: boolean; children: ReactNode }) {
  return (
    <div className={isNone ? "soft" : undefined}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type RowProps = { name: string; count: number; how?: Figure["how"]; href?: string };

function Row({ name, count, how = "exactly", href }: RowProps) {
  const t = useTranslations("admin.dashboard");
  const text = t(how, { count });
  return (
    <Fact name={name} isNone={count === 0}>
      {href && count > 0 ? <a href={href}>{text}</a> : text}
    </Fact>
  );
}

function Size({ bytes }: { bytes: number }) {
  const format = useFormatter();
  const isLarge = bytes >= 1e9;
  const unit = isLarge ? "gigabyte" : "megabyte";
  const size = bytes / (isLarge ? 1e9 : 1e6);
  return format.number(size, { style: "unit", unit, maximumFractionDigits: isLarge ? 1 : 0 });
}
