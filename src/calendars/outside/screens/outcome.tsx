import { Note } from '#ui/note.tsx';
import type { ConsentOutcome } from './consent-outcome.ts';
import { useOutsideWords } from './words.ts';

/** What became of a consent at Google or Microsoft, whose page leads back here. */
export function Outcome({ outcome }: { outcome: ConsentOutcome }) {
  const t = useOutsideWords();
  return (
    <Note alert tone={outcome === 'connected' ? 'plain' : 'wait'} className="mb-5">
      {t(`outcome.${outcome}`)}
    </Note>
  );
}
