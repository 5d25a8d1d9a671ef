import { useRef, useState } from 'react';
import { Chip } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { Note } from '#ui/note.tsx';
import type { LinkView } from '#links/screens/link-queries.ts';
import { useMemberName } from '#people/screens/who.tsx';
import { useMayEdit } from '../links/use-may-edit.ts';
import { useAllowedWebsites } from './use-allowed-websites.ts';
import { useShareWords } from './words.ts';

/** L5: only websites that are named here may show the link; the next one is named right here. */
export function AllowedWebsites({ link }: { link: LinkView }) {
  const t = useShareWords();
  const mayEdit = useMayEdit()(link);
  const { remove, ...adding } = useAllowedWebsites(link);
  return (
    <section>
      <h3 className="mb-2 font-medium">{t('allowed.title')}</h3>
      {link.embedOrigins.length === 0 && <NoneYet link={link} mayEdit={mayEdit} />}
      <ul className="flex flex-wrap gap-1.5">
        {link.embedOrigins.map((website) => (
          <li key={website} className="min-w-0">
            <Chip name={website} onRemove={mayEdit ? () => void remove(website) : undefined}>
              <span dir="ltr" title={website}>
                {website}
              </span>
            </Chip>
          </li>
        ))}
      </ul>
      {mayEdit && <AddWebsite {...adding} />}
      <output className="sr-only">{adding.said}</output>
    </section>
  );
}

function NoneYet({ link, mayEdit }: { link: LinkView; mayEdit: boolean }) {
  const t = useShareWords();
  const name = useMemberName();
  return (
    <Note tone="wait">
      {mayEdit ? t('allowed.none') : t('allowed.noneOthers', { name: name(link.ownerId) })}
    </Note>
  );
}

type Adding = Omit<ReturnType<typeof useAllowedWebsites>, 'remove'>;

/** A form of its own would end up in one around it; Enter does what the button does. */
function AddWebsite({ add, busy, wrong, forgive }: Adding) {
  const t = useShareWords();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const send = async () => {
    if (busy || typed.trim() === '') return;
    if (await add(typed)) setTyped('');
    field.current?.focus();
  };
  return (
    <Field label={t('allowed.label')} hint={t('allowed.hint')} error={wrong} className="mt-3">
      <div className="flex gap-2">
        <Input
          ref={field}
          dir="ltr"
          type="url"
          inputMode="url"
          value={typed}
          placeholder="https://"
          maxLength={300}
          onChange={(text) => {
            setTyped(text);
            forgive();
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            void send();
          }}
        />
        <Button size="m" busy={busy} onClick={() => void send()}>
          {t('allowed.add')}
        </Button>
      </div>
    </Field>
  );
}
