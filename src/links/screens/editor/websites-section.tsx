import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Input } from '#ui/input.tsx';
import { embedOrigin } from '../../embed-origin.ts';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { Section } from './section.tsx';

const MOST = 50;

/** L5: the websites that may show this page within theirs; nobody else's can. */
export function WebsitesSection() {
  const t = useLinkWords();
  const { link, edit, readOnly, errorOf } = useEditing();
  const { embedOrigins: origins } = link;
  const error = errorOf('embedOrigins');
  const change = (next: string[]) => edit({ embedOrigins: next }, true);
  return (
    <Section name="embed" title={t('section.embed')}>
      <p className="-mt-2 mb-3 text-12 text-faint">{t(origins.length > 0 ? 'embed.some' : 'embed.none')}</p>
      {origins.length > 0 && (
        <ul aria-label={t('embed.websites')} className="mb-3 rounded-r border border-line">
          {origins.map((origin) => (
            <li
              key={origin}
              className="flex min-h-(--row) items-center gap-2 border-t border-line ps-3 pe-1 first:border-t-0"
            >
              <span className="min-w-0 flex-1 font-mono text-12 wrap-anywhere">{origin}</span>
              {!readOnly && (
                <IconButton
                  icon={X}
                  label={t('embed.remove', { name: origin })}
                  onClick={() => change(origins.filter((one) => one !== origin))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {error && (
        <p role="alert" className="mb-2 text-12 wrap-anywhere text-danger">
          {error}
        </p>
      )}
      {!readOnly && origins.length < MOST && (
        <AddWebsite onAdd={(origin) => !origins.includes(origin) && change([...origins, origin])} />
      )}
    </Section>
  );
}

/** What is typed stays until it is an address of a website; what only lacks its beginning is given one. */
function AddWebsite({ onAdd }: { onAdd: (origin: string) => void }) {
  const t = useLinkWords();
  const [typed, setTyped] = useState('');
  const [isWrong, setWrong] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const origin = originFrom(typed);
    setWrong(origin === null);
    if (origin === null) return;
    onAdd(origin);
    setTyped('');
  };
  return (
    <form noValidate onSubmit={add} className="max-w-110">
      <Field
        label={t('embed.add')}
        hint={t('embed.addHint')}
        error={isWrong ? t('refused.website') : undefined}
      >
        <span className="flex gap-2">
          <Input
            type="url"
            className="min-w-0 flex-1"
            placeholder="https://"
            maxLength={300}
            value={typed}
            onChange={(text) => (setTyped(text), setWrong(false))}
          />
          <Button type="submit" size="m" icon={Plus}>
            {t('embed.addIt')}
          </Button>
        </span>
      </Field>
    </form>
  );
}

function originFrom(typed: string): string | null {
  const text = typed.trim();
  return embedOrigin(text) ?? embedOrigin(`https://${text}`);
}
