import { Plus, X } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/badge.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { NumberInput } from '#ui/number-input.tsx';
import { ReorderRows } from '#ui/reorder.tsx';
import type { PicklistName } from './picklist-queries.ts';
import { useListDraft, type DraftChoice } from './use-list-draft.ts';
import type { NamedChoice } from './use-picklist.ts';
import { useFieldWords } from './words.ts';

/** One list: named anew, put in order, added to, taken from; kept when it is saved. */
export function PicklistEditor({ list, choices }: { list: PicklistName; choices: readonly NamedChoice[] }) {
  const t = useFieldWords();
  const draft = useListDraft(list, choices);
  const { rows, change } = draft;
  const isStage = list === 'dealStage';
  return (
    <div className="grid gap-2">
      {rows.length > 0 && (
        <ReorderRows
          items={rows}
          keyOf={({ id }) => id}
          gripLabel={({ name }) => t('move', { name })}
          placeLabel={({ name }, index) => t('place', { name, place: index + 1, count: rows.length })}
          onMove={change}
          row={(row) => (
            <ChoiceRow
              row={row}
              isStage={isStage}
              stays={row.outcome !== null || (list === 'leadStatus' && row.key === FIRST)}
              onChange={(part) => change(withPart(rows, row.id, part))}
              onRemove={() => change(rows.filter(({ id }) => id !== row.id))}
            />
          )}
        />
      )}
      {draft.why && (
        <Note tone="danger" alert>
          {draft.why}
        </Note>
      )}
      <div className="flex flex-wrap gap-2">
        <Button icon={Plus} onClick={() => change(withOneMore(rows, isStage))}>
          {t('addTo', { list: t(`lists.${list}`) })}
        </Button>
        {draft.isChanged && <Keep draft={draft} />}
      </div>
    </div>
  );
}

function Keep({ draft }: { draft: ReturnType<typeof useListDraft> }) {
  const t = useFieldWords();
  return (
    <>
      <span className="flex-1" />
      <Button kind="quiet" onClick={draft.discard}>
        {t('discard')}
      </Button>
      <Button kind="primary" busy={draft.isSaving} onClick={() => void draft.save()}>
        {t('save')}
      </Button>
    </>
  );
}

function withPart(rows: readonly DraftChoice[], id: string, part: Partial<DraftChoice>): DraftChoice[] {
  return rows.map((row) => (row.id === id ? { ...row, ...part } : row));
}

/** What visitors' leads begin with. */
const FIRST = 'new';

/** A new stage comes before won and lost, with a new place of its own in other lists. */
function withOneMore(rows: readonly DraftChoice[], isStage: boolean): DraftChoice[] {
  const fresh: DraftChoice = {
    id: crypto.randomUUID(),
    name: '',
    probability: isStage ? 50 : null,
    outcome: null,
  };
  const end = rows.findIndex(({ outcome }) => outcome !== null);
  return end === -1 ? [...rows, fresh] : rows.toSpliced(end, 0, fresh);
}

interface ChoiceRowProps {
  row: DraftChoice;
  isStage: boolean;
  /** It cannot be taken away. */
  stays: boolean;
  onChange: (part: Partial<DraftChoice>) => void;
  onRemove: () => void;
}

function ChoiceRow({ row, isStage, stays, onChange, onRemove }: ChoiceRowProps) {
  const t = useFieldWords();
  const name = row.name || t('newName');
  return (
    <div className="flex min-w-0 flex-1 items-center gap-2 py-1">
      <Input
        aria-label={t('nameOf', { name })}
        placeholder={t('newName')}
        value={row.name}
        onChange={(text) => onChange({ name: text })}
      />
      {isStage && row.outcome === null && (
        <span className="w-20 shrink-0">
          <NumberInput
            aria-label={t('probabilityOf', { name })}
            value={row.probability}
            onChange={(probability) => onChange({ probability })}
            min={0}
            max={100}
          />
        </span>
      )}
      {row.outcome && (
        <span className="flex w-20 shrink-0">
          <Tag tone={row.outcome === 'won' ? 'accent' : 'plain'}>{t(`outcome.${row.outcome}`)}</Tag>
        </span>
      )}
      {stays ? (
        <span className="w-7 shrink-0 touch:w-(--touch)" />
      ) : (
        <IconButton icon={X} label={t('remove', { name })} onClick={onRemove} />
      )}
    </div>
  );
}
