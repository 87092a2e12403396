import { useTranslations } from "next-intl";
import { TextField } from "@/components/forms/fields";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { fieldRows } from "@/lib/identities/input";

type LinesFieldProps = {
  lines: { name: string; value: string }[];
  /** The page of the identity, which others link to. */
  address: string;
};

/** As many rows as there may be lines: nobody needs a script to add one, and empty ones do not count. */
export function LinesField({ lines, address }: LinesFieldProps) {
  const t = useTranslations("identities");
  return (
    <fieldset className="field" aria-describedby="lines-hint">
      <legend className="label">
        {t("lines")}
        <span className="optional"> ({t("optional")})</span>
      </legend>
      <p className="hint" id="lines-hint">
        {t("linesHint")} {t("linesAddress", { address })}
      </p>
      <div className="line-rows">
        <div className="hint" aria-hidden="true">
          <span>{t("lineNames")}</span>
          <span>{t("lineValues")}</span>
        </div>
        {fieldRows.map((row) => (
          <div key={row}>
            <TextField
              name={`field${row}Name`}
              label={<VisuallyHidden>{t("lineName", { row })}</VisuallyHidden>}
              defaultValue={lines[row - 1]?.name}
              maxLength={60}
            />
            <TextField
              name={`field${row}Value`}
              label={<VisuallyHidden>{t("lineValue", { row })}</VisuallyHidden>}
              defaultValue={lines[row - 1]?.value}
              maxLength={250}
            />
          </div>
        ))}
      </div>
    </fieldset>
  );
}
