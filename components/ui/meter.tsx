import { classNames } from "./class-names";

type MeterProps = {
  label: string;
  value: number;
  max: number;
  className?: string;
};

/** How much of a limited thing is gone. Turns from green to the bell's red for the last tenth. */
export function Meter({ label, value, max, className }: MeterProps) {
  return (
    <meter
      className={classNames("meter", className)}
      aria-label={label}
      min={0}
      max={max}
      optimum={0}
      high={max * 0.9}
      value={Math.min(value, max)}
    >
      {value} / {max}
    </meter>
  );
}
