import { RefreshCw } from 'lucide-react';
import { useRefusal } from '#bookings/screens/refusal-words.ts';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { Button } from '#ui/button.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { Note } from '#ui/note.tsx';
import { Person } from '#ui/avatar.tsx';
import { HostQueue } from './host-queue.tsx';
import { OverrideReason } from './override-reason.tsx';
import { ProposedHost } from './proposed-host.tsx';
import type { Schedule } from './use-schedule.ts';
import { useScheduleWords } from './words.ts';

/** Person first, time second (R3): a rotation that proposes a host, or somebody named; without the right, oneself. */
export function WhoPart({ state }: { state: Schedule }) {
  const { who } = state;
  return (
    <section className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      {who.mayRotate && <RotationChoice state={state} />}
      {who.rotationId ? <InRotation state={state} /> : <Directly state={state} />}
    </section>
  );
}

function RotationChoice({ state: { who, way } }: { state: Schedule }) {
  const t = useScheduleWords();
  const { data, isError, isPending } = who.rotations;
  const items = (data ?? []).map(({ id, name, size, able }) => ({
    value: id,
    label: name,
    hint: t('rotationSize', { size, able }),
  }));
  if (data?.length === 0 && !who.rotationId) return null;
  const chosen = items.find(({ value }) => value === who.rotationId);
  return (
    <Field
      label={t('rotation')}
      hint={chosen?.hint ?? t('rotationHint')}
      error={isError ? t('rotationsFailed') : undefined}
    >
      <Combobox
        items={items}
        searching={isPending}
        value={who.rotationId ? (chosen ?? { value: who.rotationId, label: '…' }) : null}
        onChange={(next) => way.rotation(next?.value ?? null)}
        placeholder={t('rotationNone')}
        empty={t('rotationNobody')}
      />
    </Field>
  );
}

function InRotation({ state }: { state: Schedule }) {
  const t = useScheduleWords();
  const refusal = useRefusal();
  const { proposal } = state.who;
  if (proposal.isError && !proposal.data)
    return (
      <Note alert icon={RefreshCw} title={t('proposalFailed')}>
        <p>{refusal(proposal.error)}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Button onClick={() => void proposal.refetch()} busy={proposal.isFetching}>
            {t('again')}
          </Button>
          <Button onClick={() => state.way.rotation(null)}>{t('directly')}</Button>
        </p>
      </Note>
    );
  return (
    <>
      <ProposedHost state={state} />
      <HostQueue state={state} />
      <OverrideReason state={state} />
    </>
  );
}

function Directly({ state: { who, way, refused } }: { state: Schedule }) {
  const t = useScheduleWords();
  const { me, mayName, hostId } = who;
  if (!mayName)
    return (
      <div>
        <p className="mb-1 text-12 font-medium text-muted">{t('host')}</p>
        <Person id={me.id} name={me.name} />
        <p className="mt-1 text-12 text-faint">{t('yourself')}</p>
      </div>
    );
  return (
    <Field label={t('host')} hint={who.mayRotate ? t('hostHint') : undefined} error={refused['hostId']}>
      <MemberPicker
        hosts
        value={hostId}
        known={me}
        onChange={(next) => way.host(next === me.id ? null : next)}
      />
    </Field>
  );
}
