import { useState } from 'react';
import type { DealView } from '#crm/deals/screens/deal-queries.ts';
import { LostReasonDialog } from '#crm/deals/screens/lost-reason-dialog.tsx';
import { currenciesWith, useMoney } from '#crm/deals/screens/use-money.ts';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { CustomValues } from '#crm/fields/screens/custom-values.tsx';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { DateField } from '#ui/date-field.tsx';
import { Definition, DefinitionList } from '#ui/definition-list.tsx';
import { EditInPlace } from '#ui/edit-in-place.tsx';
import { MoneyInput } from '#ui/money-input.tsx';
import { Select } from '#ui/select.tsx';
import type { Autosave } from '#ui/use-autosave.ts';
import { useMe } from '../../use-me.ts';
import { RecordConflict } from '../record/record-conflict.tsx';
import { useRecordWords } from '../record/words.ts';
import { DealLinks } from './deal-links.tsx';

export type NamedDeal = DealView & { name: string };

export interface DealPartProps {
  deal: NamedDeal;
  autosave: Autosave<NamedDeal>;
  readOnly: boolean;
}

/** A deal's fields, each edited where it stands; a colleague's can be read only (P9). */
export function DealDetails({ deal, autosave }: Omit<DealPartProps, 'readOnly'>) {
  const record = useRecordWords();
  const { member, isAdmin } = useMe();
  const readOnly = deal.ownerId !== null && deal.ownerId !== member.id && !isAdmin;
  const part = { deal, autosave, readOnly };
  return (
    <>
      {readOnly && <p className="mb-3 text-12 text-faint">{record('othersRecord')}</p>}
      <DefinitionList>
        <Texts {...part} />
        <Stage {...part} />
        <Worth {...part} />
        <DealLinks {...part} />
        <Owner {...part} />
        <CustomValues
          kind="deal"
          draft={autosave.draft}
          readOnly={readOnly}
          save={async (change) => (await autosave.saveOrSay(change)) ?? undefined}
        />
      </DefinitionList>
      <DealConflict autosave={autosave} />
    </>
  );
}

function Texts({ deal, autosave, readOnly }: DealPartProps) {
  const t = useDealWords();
  const save = async (change: Partial<DealView>) => (await autosave.saveOrSay(change)) ?? undefined;
  return (
    <>
      <Definition name={t('field.title')}>
        <EditInPlace
          label={t('field.title')}
          value={deal.title}
          readOnly={readOnly}
          onSave={(title) => save({ title })}
        />
      </Definition>
      {deal.lostReason !== null && (
        <Definition name={t('field.lostReason')}>
          <EditInPlace
            label={t('field.lostReason')}
            value={deal.lostReason}
            readOnly={readOnly}
            onSave={(lostReason) => save({ lostReason })}
          />
        </Definition>
      )}
    </>
  );
}

function Stage({ deal, autosave, readOnly }: DealPartProps) {
  const t = useDealWords();
  const { choices } = usePicklist('dealStage');
  const [losing, setLosing] = useState<string | null>(null);
  const move = (key: string) => {
    if (choices.find((choice) => choice.key === key)?.outcome === 'lost') setLosing(key);
    else void autosave.save({ stage: key });
  };
  return (
    <Definition name={t('field.stage')} inPlace>
      <Select
        size="s"
        aria-label={t('field.stage')}
        readOnly={readOnly}
        items={choices.map(({ key, name }) => ({ value: key, label: name }))}
        value={deal.stage}
        onChange={move}
      />
      {losing && (
        <LostReasonDialog
          title={deal.title}
          onClose={() => setLosing(null)}
          onLost={(lostReason) => {
            setLosing(null);
            void autosave.save({ stage: losing, lostReason });
          }}
        />
      )}
    </Definition>
  );
}

function Worth({ deal, autosave, readOnly }: DealPartProps) {
  const t = useDealWords();
  const currency = deal.currency ?? 'EUR';
  return (
    <>
      <Definition name={t('field.amount')} inPlace>
        <MoneyInput
          aria-label={t('field.amount')}
          size="s"
          readOnly={readOnly}
          value={deal.amount}
          onChange={(amount) => amount !== deal.amount && void autosave.save({ amount })}
          currency={currency}
          currencies={currenciesWith(currency)}
          onCurrency={(next) => void autosave.save({ currency: next })}
          min={0}
        />
      </Definition>
      <Definition name={t('field.expectedClose')} inPlace>
        <DateField
          aria-label={t('field.expectedClose')}
          size="s"
          readOnly={readOnly}
          value={deal.expectedClose}
          onChange={(expectedClose) =>
            expectedClose !== deal.expectedClose && void autosave.save({ expectedClose })
          }
        />
      </Definition>
    </>
  );
}

function Owner({ deal, autosave, readOnly }: DealPartProps) {
  const t = useDealWords();
  return (
    <Definition name={t('field.ownerId')} inPlace>
      <MemberPicker
        aria-label={t('field.ownerId')}
        value={deal.ownerId}
        readOnly={readOnly}
        onChange={(ownerId) => void autosave.save({ ownerId })}
      />
    </Definition>
  );
}

const TOLD = ['title', 'stage', 'amount', 'currency', 'expectedClose', 'lostReason', 'ownerId'] as const;

function DealConflict({ autosave }: Pick<DealPartProps, 'autosave'>) {
  const t = useDealWords();
  const money = useMoney();
  const { named } = usePicklist('dealStage');
  const show = (field: string, value: unknown) => {
    if (field === 'stage') return named(String(value));
    if (field === 'amount') return money(value as number | null, autosave.conflict?.theirs.currency ?? null);
    return typeof value === 'string' ? value : '';
  };
  return (
    <RecordConflict
      kind="deal"
      autosave={autosave}
      names={Object.fromEntries(TOLD.map((name) => [name, t(`field.${name}`)]))}
      show={show}
    />
  );
}
