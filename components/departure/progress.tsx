/** How far something is that takes its time. The native element is for screen readers only: browsers paint it as they like. */
export function Progress({ label, percent }: { label: string; percent: number }) {
  return (
    <div className="meter">
      <progress className="sr-only" aria-label={label} max={100} value={percent}>
        {percent} %
      </progress>
      <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
        <rect width={Math.max(percent, 2)} height="1" />
      </svg>
    </div>
  );
}
