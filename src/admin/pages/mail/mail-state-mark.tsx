import { State, type Shape } from '#ui/badge.tsx';
import type { MailState } from './mail-queries.ts';
import { useMailWords } from './words.ts';

const SHAPES: Record<MailState, Shape> = {
  sent: 'order',
  captured: 'order',
  queued: 'queued',
  failed: 'broken',
  dropped: 'over',
};

export function MailStateMark({ state }: { state: MailState }) {
  const t = useMailWords();
  const ink = state === 'failed' ? 'text-danger' : undefined;
  return (
    <span className={ink}>
      <State shape={SHAPES[state]}>{t(`state.${state}`)}</State>
    </span>
  );
}
