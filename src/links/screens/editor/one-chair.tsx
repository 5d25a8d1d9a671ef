import { Trash2, TriangleAlert } from 'lucide-react';
import { IconButton } from '#ui/icon-button.tsx';
import { Note } from '#ui/note.tsx';
import { useLanguage } from '#ui/words.tsx';
import { useLinkWords } from '../words.ts';
import { AddHost } from './add-host.tsx';
import type { Chair, ShortChair } from './chair-list.ts';
import { useEditing } from './editing.tsx';
import { HostRows, useHostName } from './host-rows.tsx';
import { RotationChair } from './rotation-chair.tsx';
import { RuleChoice } from './rule-setting.tsx';
import { useRotationMembers } from './use-rotation-members.ts';

interface OneChairProps {
  index: number;
  chair: Chair;
  /** Why it can never be filled. */
  short: ShortChair | undefined;
  onChange: (chair: Chair) => void;
  onRemove?: () => void;
}

/** One place to fill: who may, how one of them is chosen, and why nobody can. */
export function OneChair({ index, chair, short, onChange, onRemove }: OneChairProps) {
  const t = useLinkWords();
  const { link, readOnly } = useEditing();
  const name = t('chairs.chair', { number: index + 1 });
  const membersOf = useRotationMembers();
  const { rotationId, candidateIds, rule } = chair;
  const takeRotation = async (id: string) =>
    onChange({ candidateIds: await membersOf(id), rotationId: id, ...(rule && { rule }) });
  return (
    <fieldset aria-label={name} className="min-w-0 flex-1 py-1.5 pe-1">
      <div className="mb-1.5 flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-medium">{name}</h3>
        <span className="text-12 text-faint">{t('chairs.oneOf', { count: candidateIds.length })}</span>
        <span className="ms-auto flex min-w-0 items-start gap-1">
          {!readOnly && !rotationId && (
            <AddHost
              of={name}
              teams
              taken={candidateIds}
              onAdd={(more) => onChange({ ...chair, candidateIds: [...candidateIds, ...more] })}
              onRotation={(id) => void takeRotation(id)}
            />
          )}
          {onRemove && <IconButton icon={Trash2} label={t('chairs.remove', { name })} onClick={onRemove} />}
        </span>
      </div>
      {short && <ShortNote short={short} />}
      {rotationId ? (
        <RotationChair
          rotationId={rotationId}
          onLeave={() => onChange({ candidateIds: candidateIds.length > 0 ? candidateIds : [link.ownerId] })}
        />
      ) : (
        <PeopleOfChair chair={chair} onChange={onChange} />
      )}
    </fieldset>
  );
}

function PeopleOfChair({ chair, onChange }: Pick<OneChairProps, 'chair' | 'onChange'>) {
  const t = useLinkWords();
  const { link } = useEditing();
  const { candidateIds: ids } = chair;
  const rule = chair.rule ?? link.rule;
  return (
    <>
      <HostRows
        hostIds={ids}
        weighted={rule === 'fewest-booked' && ids.length > 1}
        onChange={(candidateIds) => onChange({ ...chair, candidateIds })}
      />
      {ids.length > 1 && (
        <div className="mt-3 max-w-88">
          <RuleChoice
            label={t('rule.chair')}
            rule={rule}
            usual={link.rule}
            onChange={(next) => onChange({ candidateIds: ids, ...(next !== link.rule && { rule: next }) })}
          />
        </div>
      )}
    </>
  );
}

/** Said at every chair concerned: nobody fills two chairs, and who cannot host fills none. */
function ShortNote({ short: { chairs, hostIds, unable } }: { short: ShortChair }) {
  const t = useLinkWords();
  const language = useLanguage();
  const hostName = useHostName();
  const listed = (words: string[]) => new Intl.ListFormat(language).format(words);
  const numbers = listed(chairs.map((place) => String(place + 1)));
  const names = listed(hostIds.map(hostName));
  const words =
    hostIds.length === 0
      ? t(unable ? 'chairs.noneAble' : 'chairs.nobody')
      : t(unable ? 'chairs.tooFewAble' : 'chairs.tooFew', { chairs: numbers, names });
  return (
    <Note tone="wait" icon={TriangleAlert} className="mb-2">
      {words}
    </Note>
  );
}
