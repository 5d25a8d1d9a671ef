import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import { Select } from '#ui/select.tsx';
import type { OutsideKind } from '../provider.ts';
import { SERVICES } from './calendar-places.ts';
import type { Connect } from './use-connect.ts';
import { useOutsideWords } from './words.ts';

export const CONNECT_FORM = 'connect-calendar';

interface ConnectFormProps {
  connect: Connect;
  connectable: readonly OutsideKind[];
}

/** Where the calendar is, and what one signs in with there. */
export function ConnectForm({ connect, connectable }: ConnectFormProps) {
  const t = useOutsideWords();
  const { draft, service, errors } = connect;
  const offered = SERVICES.filter(({ kind }) => connectable.includes(kind));
  return (
    <form
      id={CONNECT_FORM}
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        connect.submit();
      }}
    >
      <Field label={t('connect.where')}>
        <Select
          items={offered.map(({ name }) => ({ value: name, label: t(`service.${name}`) }))}
          value={draft.service}
          onChange={connect.choose}
        />
      </Field>
      <Note>{t(`hint.${draft.service}`)}</Note>
      {(service.kind === 'caldav' || service.kind === 'ics') && <Address connect={connect} />}
      {service.kind === 'caldav' && <SignIn connect={connect} />}
      {service.kind === 'ics' && <Name connect={connect} />}
      {errors.whole && (
        <p role="alert" className="wrap-anywhere text-danger">
          {errors.whole}
        </p>
      )}
      <NotSetUp connectable={connectable} />
    </form>
  );
}

function Address({ connect: { draft, service, errors, edit } }: { connect: Connect }) {
  const t = useOutsideWords();
  return (
    <Field label={t('connect.address')} error={errors.url} required>
      <Input
        dir="ltr"
        type="url"
        autoComplete="off"
        value={draft.url}
        placeholder={service.example}
        onChange={(url) => edit({ url })}
      />
    </Field>
  );
}

function SignIn({ connect: { draft, errors, edit } }: { connect: Connect }) {
  const t = useOutsideWords();
  return (
    <div className="grid grid-cols-2 gap-3 max-phone:grid-cols-1">
      <Field label={t('connect.username')} error={errors.username} required>
        <Input
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={draft.username}
          onChange={(username) => edit({ username })}
        />
      </Field>
      <Field label={t('connect.password')} error={errors.password} required>
        <Input
          type="password"
          autoComplete="new-password"
          value={draft.password}
          onChange={(password) => edit({ password })}
        />
      </Field>
    </div>
  );
}

function Name({ connect: { draft, errors, edit } }: { connect: Connect }) {
  const t = useOutsideWords();
  return (
    <Field label={t('connect.name')} hint={t('connect.nameHint')} error={errors.name}>
      <Input value={draft.name} maxLength={120} autoComplete="off" onChange={(name) => edit({ name })} />
    </Field>
  );
}

/** What is not there is said, so that nobody looks for it; whoever runs Rondo knows what to do. */
function NotSetUp({ connectable }: { connectable: readonly OutsideKind[] }) {
  const t = useOutsideWords();
  const missing = (['google', 'microsoft'] as const).filter((kind) => !connectable.includes(kind));
  if (missing.length === 0) return null;
  const names = missing.map((kind) => t(`service.${kind}`)).join(', ');
  return (
    <p className="text-12 wrap-anywhere text-faint">
      {t('connect.notSetUp', { names })} <code className="font-mono">docs/google-and-microsoft.md</code>
    </p>
  );
}
