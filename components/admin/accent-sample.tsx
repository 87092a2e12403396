import { colorsOf, contrastsOf, pageColors, type Shade } from "@/lib/core/look/accent";
import { type Color, TEXT_CONTRAST } from "@/lib/core/look/contrast";

export type SampleTexts = Record<"sampleLink" | "sampleButton" | "asText" | "underText" | "tooLow", string>;

type AccentSampleProps = { color: Color; shade: Shade; locale: string; texts: SampleTexts };

/** A link and a button in a colour, and how well they are read. Drawn, since pages take no styles written into them. */
export function AccentSample({ color, shade, locale, texts }: AccentSampleProps) {
  const { paper, ink } = pageColors[shade];
  const { on } = colorsOf(color, shade);
  const ratios = contrastsOf(color, shade);
  const digits = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return (
    <div className="accent-sample">
      <svg viewBox="0 0 320 72" role="img" aria-label={`${texts.sampleLink}, ${texts.sampleButton}`}>
        <rect width="320" height="72" rx="12" fill={paper} stroke={ink} strokeOpacity="0.2" />
        <text x="18" y="42" fill={color} textDecoration="underline" fontSize="16">
          {texts.sampleLink}
        </text>
        <rect x="182" y="16" width="120" height="40" rx="20" fill={color} />
        <text x="242" y="42" fill={on} textAnchor="middle" fontSize="16" fontWeight="600">
          {texts.sampleButton}
        </text>
      </svg>
      <dl>
        {(["asText", "underText"] as const).map((pair) => (
          <div key={pair}>
            <dt>{texts[pair]}</dt>
            <dd>
              {/* Down, so that 4.46 is not said to be enough. */}
              {digits.format(Math.floor(ratios[pair] * 10) / 10)}&nbsp;:&nbsp;1
              {ratios[pair] < TEXT_CONTRAST && <strong> ({texts.tooLow})</strong>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

export function Swatch({ color }: { color: Color }) {
  return (
    <svg className="swatch" width="18" height="18" viewBox="0 0 18 18" aria-hidden="true">
      <rect width="18" height="18" rx="4" fill={color} />
    </svg>
  );
}
