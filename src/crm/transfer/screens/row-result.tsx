import { State, type Shape } from '#ui/badge.tsx';
import type { ImportView, PreviewRow } from './import-queries.ts';
import { useWhy } from './use-why.ts';
import { useTransferWords } from './words.ts';

const SHAPES: Record<PreviewRow['becomes'], Shape> = {
  new: 'booked',
  update: 'order',
  skip: 'over',
  refused: 'broken',
};

/** What a row becomes; if nothing, why. */
export function RowResult({ row: { becomes, why }, found }: { row: PreviewRow; found: ImportView }) {
  const t = useTransferWords();
  const say = useWhy(found.kind, found.fields);
  return (
    <>
      <span className="flex">
        <State shape={SHAPES[becomes]}>{t(`becomes.${becomes}`)}</State>
      </span>
      {why && <span className="block text-12 wrap-anywhere text-danger">{say(why)}</span>}
    </>
  );
}
