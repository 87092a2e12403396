import { classNames } from "./class-names";

type MeterProps = {
  label: string;
  value: number;
  max: number;
  className?: string;
};

/**
 * How much of a limited thing is gone; the bell's red from nine tenths on. The native meter is for screen readers
 * only, since every browser paints it differently.
 */
export function Meter({ label, value, max, className }: MeterProps) {
  const share = max > 0 ? Math.min(value / max, 1) : 1;
  return (
    <div className={classNames("meter", share >= 0.9 && "meter-nearly", className)}>
      <meter className="sr-only" aria-label={label} min={0} max={max} value={Math.min(value, max)}>
        {value} / {max}
      </meter>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.round(share * 1000) / 10} height="1" />
      </svg>
    </div>
  );
}
