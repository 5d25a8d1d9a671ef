import { State, type Shape } from '#ui/badge.tsx';
import type { EmailView } from './email-queries.ts';
import { useEmailWords } from './words.ts';

const SHAPES: Record<EmailView['state'], Shape> = {
  scheduled: 'waiting',
  queued: 'queued',
  sent: 'order',
  received: 'booked',
  failed: 'broken',
  bounced: 'broken',
  cancelled: 'off',
};

/** How an e-mail fares: a shape and a word. */
export function EmailState({ state }: { state: EmailView['state'] }) {
  const t = useEmailWords();
  return <State shape={SHAPES[state]}>{t(`state.${state}`)}</State>;
}
