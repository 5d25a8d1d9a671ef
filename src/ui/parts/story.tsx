import type { ReactNode } from 'react';

/** One part of the page: a part's name and its states. `id` is its address and the name of its picture. */
export function Story({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="min-w-0 border-t border-line py-6">
      <h2 id={`${id}-title`} className="mb-3 text-14 font-semibold">
        {title}
      </h2>
      <div className="flex min-w-0 flex-col gap-4">{children}</div>
    </section>
  );
}

/** States beside each other. */
export function Row({ children }: { children: ReactNode }) {
  return <div className="flex min-w-0 flex-wrap items-start gap-2">{children}</div>;
}

/** Fields beside each other, below each other on a phone. */
export function Columns({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-w-0 grid-cols-3 gap-4 max-tablet:grid-cols-2 max-phone:grid-cols-1">
      {children}
    </div>
  );
}

export const LONG_NAME =
  'Société générale de fonderie, de céramique et de boulangerie industrielle du Forez, de la Bretagne et des pays de la Loire '.repeat(
    3,
  );

export const HEBREW = 'מאפיית השחר בתל אביב';
