import { Link } from '@tanstack/react-router';
import { useEffect, useRef, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useShortcuts } from '#ui/shortcuts.ts';
import { useHoursNote } from '#links/screens/editor/use-candidates.tsx';
import type { LinkKind } from '#links/screens/link-queries.ts';
import { useLinkWords } from '#links/screens/words.ts';
import { MembersPicker } from '#people/screens/member-picker.tsx';
import { useMe } from '#people/screens/use-me.ts';
import { slugOf } from './new-link.ts';
import { useNewLink, type Making } from './use-new-link.ts';

const LENGTHS = [15, 30, 45, 60, 90];

export function NewLinkForm({ kind }: { kind: LinkKind }) {
  const t = useLinkWords();
  const making = useNewLink(kind);
  const { busy, create, failure } = making;
  useShortcuts({ 'Ctrl+Enter': create });
  const send = (event: FormEvent) => {
    event.preventDefault();
    create();
  };
  return (
    <form onSubmit={send} noValidate className="mx-auto max-w-160 px-6 py-8 max-phone:px-4 max-phone:py-6">
      <p className="mb-5 text-muted">
        {t(`kind.${kind}`)}: {t(`new.${kind}`)}{' '}
        <Link to="/links/new" className={TEXT_LINK}>
          {t('new.choose')}
        </Link>
      </p>
      <div className="grid gap-5">
        <TitleField making={making} />
        <AddressField making={making} />
        <HostsFields making={making} />
        <LengthField making={making} />
        {failure && (
          <p role="alert" className="text-danger">
            {failure}
          </p>
        )}
        <div>
          <Button type="submit" kind="primary" size="m" busy={busy} shortcut="Ctrl Enter">
            {t('new.create')}
          </Button>
        </div>
      </div>
    </form>
  );
}

export function TitleField({ making: { link, change, errorOf } }: { making: Making }) {
  const t = useLinkWords();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // One begins with the times there; a title has been proposed.
    if (link.kind !== 'specific-times') field.current?.select();
  }, [link.kind]);
  return (
    <Field label={t('new.name')} hint={t('new.nameHint')} required error={errorOf('title')}>
      <Input ref={field} value={link.title} maxLength={200} onChange={(title) => change({ title })} />
    </Field>
  );
}

/** Follows the title until it is written by hand. */
export function AddressField({ making: { link, change, errorOf } }: { making: Making }) {
  const t = useLinkWords();
  const { workspace } = useMe();
  return (
    <Field label={t('new.address')} hint={t('new.addressHint')} error={errorOf('slug')}>
      <Input
        dir="ltr"
        prefix={`/${workspace.slug}/`}
        value={link.slug ?? slugOf(link.title)}
        onChange={(text) => change({ slug: text.toLowerCase().replaceAll(/\s+/g, '-') || null })}
      />
    </Field>
  );
}

export function HostsFields({ making: { link, change, errorOf } }: { making: Making }) {
  const t = useLinkWords();
  const ofTeam = link.kind !== 'personal' && link.kind !== 'specific-times';
  const noteOf = useHoursNote(ofTeam);
  if (link.kind === 'personal') return null;
  return link.chairs.map((ids, index) => (
    <Field
      key={index}
      label={link.kind === 'panel' ? t('new.chair', { number: index + 1 }) : t('new.hosts')}
      required
      error={ids.length === 0 || index === 0 ? errorOf('hosts') : undefined}
    >
      <MembersPicker
        hosts={ofTeam}
        noteOf={noteOf}
        value={ids}
        onChange={(next) => change({ chairs: link.chairs.with(index, next) })}
      />
    </Field>
  ));
}

function LengthField({ making: { link, change } }: { making: Making }) {
  const t = useLinkWords();
  return (
    <div>
      <div className="mb-1 font-medium">{t('new.length')}</div>
      <Segmented
        label={t('new.length')}
        items={LENGTHS.map((count) => ({ value: String(count), label: t('duration.minutes', { count }) }))}
        value={String(link.minutes)}
        onChange={(minutes) => change({ minutes: Number(minutes) })}
      />
    </div>
  );
}
