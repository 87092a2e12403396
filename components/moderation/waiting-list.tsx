import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { TextAreaField } from "@/components/forms/fields";
import { FormTexts } from "@/components/forms/form-texts";
import { SubmitButton } from "@/components/forms/submit-button";
import { Chip } from "@/components/ui/chip";
import { Prose } from "@/components/ui/prose";
import { dateText, timeText } from "@/lib/core/dates/date-text";
import { formatWhen } from "@/lib/core/dates/when";
import { addressOf, facePath } from "@/lib/core/paths";
import type { TemplateChoice } from "@/lib/moderation/templates";
import type { Waiting } from "@/lib/moderation/waiting/list";
import type { FormAction } from "@/lib/web/form-state";
import { TemplateField } from "./template-field";
import { WaitingTick } from "./waiting-tick";

type WaitingListProps = {
  waiting: Waiting[];
  zone: string;
  templates: TemplateChoice[];
  decide: FormAction;
};

/**
 * What waits, each with all of its words, and what becomes of those that are ticked: checked on the server alone, since
 * what must be told hangs on the button.
 */
export function WaitingList({ waiting, zone, templates, decide }: WaitingListProps) {
  const t = useTranslations("waiting");
  return (
    <FormTexts>
      <ActionForm action={decide} id="waiting">
        <ul className="list waiting-list">
          {waiting.map((one) => (
            <li key={one.id}>
              <One one={one} zone={zone} />
            </li>
          ))}
        </ul>
        <section className="panel waiting-decision" aria-labelledby="ticked">
          <h2 id="ticked" className="text-step-1">
            {t("ticked")}
          </h2>
          <div>
            <SubmitButton name="act" value="through">
              {t("letThrough")}
            </SubmitButton>
          </div>
          <TemplateField templates={templates} />
          <TextAreaField
            name="reason"
            label={t("reason")}
            hint={t("reasonHint")}
            optional={t("ifRefused")}
            maxLength={1000}
            rows={2}
          />
          <div>
            <SubmitButton variant="danger" name="act" value="back">
              {t("turnBack")}
            </SubmitButton>
          </div>
        </section>
      </ActionForm>
    </FormTexts>
  );
}

function One({ one, zone }: { one: Waiting; zone: string }) {
  const t = useTranslations("waiting");
  const locale = useLocale();
  const { kind, id, version, author, title, html, since } = one;
  const name = author.name || addressOf(author);
  const at = `${dateText(since, { zone, locale, style: "short", year: false })} ${timeText(since, { zone, locale })}`;
  return (
    <article>
      <WaitingTick
        id={`waiting-${id}`}
        value={`${kind}:${id}:${version}`}
        label={t(kind === "event" ? "eventBy" : "commentBy", { name, title })}
      />
      <p className="soft small">
        <Chip>{t(kind)}</Chip> <a href={facePath(author)}>@{addressOf(author)}</a> · {t("since", { at })}
      </p>
      {kind === "event" && <Happening one={one} />}
      <WhatWasFound found={one.found} />
      <div className="case-words" dir="auto">
        {html ? <Prose html={html} /> : <p className="soft">{t("noWords")}</p>}
      </div>
    </article>
  );
}

/** New people and many things at once leave nothing to point at. */
function WhatWasFound({ found: { patterns, hasLinks } }: { found: Waiting["found"] }) {
  const t = useTranslations("waiting");
  if (patterns.length === 0 && !hasLinks) return null;
  const quoted = patterns.map((pattern) => t("quoted", { pattern }));
  const told = [...quoted, ...(hasLinks ? [t("links")] : [])];
  return (
    <p className="small" dir="auto">
      {t("found", { found: told.join(", ") })}
    </p>
  );
}

function Happening({ one: { startsAt, zone, place } }: { one: Waiting }) {
  const locale = useLocale();
  const when = startsAt && formatWhen({ startsAt, endsAt: null, zone, locale });
  return <p className="small">{[when, place].filter(Boolean).join(" · ")}</p>;
}
