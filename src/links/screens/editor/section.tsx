import type { ReactNode } from 'react';

/** The parts of a link's settings, in their order; which of them a kind has is told by `sectionsOf`. */
export const SECTIONS = [
  'hosts',
  'owner',
  'times',
  'duration',
  'hours',
  'page',
  'questions',
  'guests',
  'verification',
  'reminders',
  'limits',
  'embed',
] as const;
export type SectionName = (typeof SECTIONS)[number];

interface SectionProps {
  name: SectionName;
  title: string;
  /** Beside the title: a count, a zone. */
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}

/** One part of the settings between two hairlines; the index beside it leads here. */
export function Section({ name, title, note, aside, children }: SectionProps) {
  return (
    <section
      id={name}
      aria-labelledby={`${name}-title`}
      className="scroll-mt-14 border-t border-line pt-6 pb-7 first:border-t-0 first:pt-0"
    >
      <div className="mb-3 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <h2 id={`${name}-title`} className="font-semibold">
          {title}
        </h2>
        {note && <span className="min-w-0 text-faint">{note}</span>}
        {aside && <span className="ms-auto flex shrink-0 items-center gap-2">{aside}</span>}
      </div>
      <div>{children}</div>
    </section>
  );
}

/** Settings side by side; below each other where there is no room. */
export function SettingRow({ of = 2, children }: { of?: 2 | 3; children: ReactNode }) {
  const columns = of === 3 ? 'grid-cols-3' : 'grid-cols-2';
  return (
    <div className={`mt-4 grid items-start gap-4 first:mt-0 @max-[28rem]:grid-cols-1 ${columns}`}>
      {children}
    </div>
  );
}
