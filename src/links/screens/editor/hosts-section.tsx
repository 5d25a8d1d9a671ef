import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { useLinkWords } from '../words.ts';
import { AddHost } from './add-host.tsx';
import { chairsOf, withoutStrangers } from './chair-list.ts';
import { Chairs } from './chairs.tsx';
import { useEditing } from './editing.tsx';
import { HostRows } from './host-rows.tsx';
import { OwnerOfLink } from './owner-of-link.tsx';
import { RotationChair } from './rotation-chair.tsx';
import { RuleSetting } from './rule-setting.tsx';
import { Section } from './section.tsx';
import { useRotationMembers } from './use-rotation-members.ts';

/** Who holds the meeting, by kind (B1–B4, D1). */
export function HostsSection() {
  const { link } = useEditing();
  if (link.kind === 'personal') return <OneHost />;
  if (link.kind === 'panel') return <Panel />;
  return <ManyHosts />;
}

function OneHost() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const id = link.chairs[0]?.candidateIds[0] ?? '';
  const [isChoosing, setChoosing] = useState(false);
  const choose = (next: string | null) => {
    setChoosing(false);
    if (next) edit({ chairs: [{ candidateIds: [next] }] }, true);
  };
  return (
    <Section
      name="hosts"
      title={t('section.host')}
      aside={
        !readOnly && !isChoosing && <Button onClick={() => setChoosing(true)}>{t('hosts.change')}</Button>
      }
    >
      {isChoosing ? (
        <div className="max-w-88">
          <MemberPicker
            hosts
            aria-label={t('hosts.host')}
            value={id}
            onChange={choose}
            ref={(input) => input?.focus()}
          />
        </div>
      ) : (
        <HostRows hostIds={[id]} onChange={() => {}} unordered />
      )}
      <HostsError />
      <OwnerOfLink />
    </Section>
  );
}

/** Group and specific times: all of them. Round robin: one of them, or one of a rotation (R10). */
function ManyHosts() {
  const t = useLinkWords();
  const { link, readOnly } = useEditing();
  const { ids, change, turnTo } = useHostsOfLink();
  const takesTurns = link.kind === 'round-robin';
  const rotationId = takesTurns ? link.chairs[0]?.rotationId : null;
  const add = (
    <AddHost
      taken={ids}
      teams={takesTurns}
      onAdd={(more) => change([...ids, ...more])}
      onRotation={takesTurns ? (id) => void turnTo(id) : undefined}
    />
  );
  return (
    <Section
      name="hosts"
      title={t('section.hosts')}
      note={<BookableCount />}
      aside={!readOnly && !rotationId && add}
    >
      <p className="-mt-2 mb-3 text-12 text-faint">{t(`hosts.who.${takesTurns ? 'one' : 'all'}`)}</p>
      {rotationId ? (
        <RotationChair
          rotationId={rotationId}
          onLeave={() => change(ids.length > 0 ? ids : [link.ownerId])}
        />
      ) : (
        <Hosts ids={ids} onChange={change} takesTurns={takesTurns} />
      )}
      <HostsError />
      <OwnerOfLink />
    </Section>
  );
}

function useHostsOfLink() {
  const { link, edit } = useEditing();
  const membersOf = useRotationMembers();
  return {
    ids: link.chairs.flatMap((chair) => chair.candidateIds),
    change: (hostIds: string[]) => {
      const chairs = chairsOf(link, hostIds);
      edit({ chairs, ...withoutStrangers(link, chairs) }, true);
    },
    /** Its members bring their own weights. */
    turnTo: async (rotationId: string) =>
      edit({ chairs: [{ candidateIds: await membersOf(rotationId), rotationId }], weights: null }, true),
  };
}

interface HostsProps {
  ids: string[];
  onChange: (hostIds: string[]) => void;
  takesTurns: boolean;
}

function Hosts({ ids, onChange, takesTurns }: HostsProps) {
  const { link } = useEditing();
  const rule = link.chairs[0]?.rule ?? link.rule;
  return (
    <>
      <HostRows
        hostIds={ids}
        onChange={onChange}
        unordered={!takesTurns}
        weighted={takesTurns && rule === 'fewest-booked' && ids.length > 1}
      />
      {takesTurns && (
        <div className="mt-4 max-w-88">
          <RuleSetting />
        </div>
      )}
    </>
  );
}

function Panel() {
  const t = useLinkWords();
  return (
    <Section name="hosts" title={t('section.chairs')} note={<BookableCount />}>
      <p className="-mt-2 mb-3 text-12 text-faint">{t('hosts.who.panel')}</p>
      <Chairs />
      <HostsError />
      <OwnerOfLink />
    </Section>
  );
}

function HostsError() {
  const { errorOf } = useEditing();
  const error = errorOf('chairs') ?? errorOf('hostIds') ?? errorOf('weights');
  if (!error) return null;
  return (
    <p role="alert" className="mt-1 text-12 wrap-anywhere text-danger">
      {error}
    </p>
  );
}

function BookableCount() {
  const t = useLinkWords();
  const { link, hostOf } = useEditing();
  const ids = [...new Set(link.chairs.flatMap((chair) => chair.candidateIds))];
  const bookable = ids.filter((id) => hostOf(id)?.bookable.ok !== false);
  return t('hosts.count', { bookable: bookable.length, count: ids.length });
}
