import type { LinkKind } from '#links/screens/link-queries.ts';

const PEOPLE: Partial<Record<LinkKind, { x: number; y: number; chosen: boolean }[]>> = {
  personal: [{ x: 28, y: 20, chosen: true }],
  group: [
    { x: 14, y: 20, chosen: true },
    { x: 28, y: 20, chosen: true },
    { x: 42, y: 20, chosen: true },
  ],
  'round-robin': [
    { x: 14, y: 20, chosen: false },
    { x: 28, y: 20, chosen: true },
    { x: 42, y: 20, chosen: false },
  ],
  panel: [
    { x: 16, y: 11, chosen: true },
    { x: 30, y: 11, chosen: false },
    { x: 16, y: 29, chosen: false },
    { x: 30, y: 29, chosen: false },
    { x: 44, y: 29, chosen: true },
  ],
};

/** Who of whom takes part, or which times: filled is in. */
export function KindPicture({ kind }: { kind: LinkKind }) {
  const people = PEOPLE[kind];
  return (
    <svg viewBox="0 0 56 40" className="h-14 w-20 shrink-0 text-accent" aria-hidden>
      {people?.map(({ x, y, chosen }) => (
        <circle
          key={`${x}-${y}`}
          cx={x}
          cy={y}
          r="5"
          fill={chosen ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.5"
          strokeDasharray={chosen ? undefined : '2.5 2'}
        />
      ))}
      {kind === 'panel' && <path d="M8 20h40" stroke="var(--line-strong)" strokeDasharray="2 3" />}
      {kind === 'specific-times' && <Week />}
    </svg>
  );
}

function Week() {
  const picked = [
    { x: 7, y: 12 },
    { x: 24, y: 22 },
    { x: 41, y: 8 },
  ];
  return (
    <>
      {[2, 19, 36, 53].map((x) => (
        <path key={x} d={`M${x} 4v32`} stroke="var(--line-strong)" />
      ))}
      {picked.map(({ x, y }) => (
        <rect key={x} x={x - 2} y={y} width="11" height="8" rx="2" fill="currentColor" />
      ))}
    </>
  );
}
