/** The mark: a meeting on a clock. */
export function Logo() {
  return (
    <svg viewBox="0 0 20 20" width="18" height="18" fill="none" aria-hidden className="flex-none text-accent">
      <circle cx="10" cy="10" r="7" stroke="currentColor" strokeWidth="2.5" opacity=".35" />
      <path d="M10 3a7 7 0 0 1 7 7" stroke="currentColor" strokeWidth="3.5" strokeLinecap="round" />
    </svg>
  );
}
