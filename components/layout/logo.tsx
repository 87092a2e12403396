/** The bell, ringing. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg className="icon logo" width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <path d="M5 20c3-2 3-6 3-9a6 6 0 0 1 12 0c0 3 0 7 3 9Z" />
      <path d="M11.5 23.5a2.6 2.6 0 0 0 5 0" />
      <path d="M3 8.5A9 9 0 0 1 6 3.6M25 8.5a9 9 0 0 0-3-4.9" />
    </svg>
  );
}
