import { Trash2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '#ui/button.tsx';
import { FileDrop } from '#ui/file-drop.tsx';
import { LogoShown } from './logo-shown.tsx';
import { useLogo } from './use-logo.ts';
import { useMe } from './use-me.ts';
import { usePeopleWords } from './words.ts';

const ACCEPT = '.png,.jpg,.jpeg,.webp,.svg,image/*';
const MOST = 256_000;
const TYPES: Record<string, string> = { png: 'image/png', webp: 'image/webp', svg: 'image/svg+xml' };

/** The logo of the public pages: chosen, dropped or pasted, shown as they show it, and taken off again. */
export function LogoField() {
  const t = usePeopleWords();
  const { workspace } = useMe();
  const { put, remove, sending, error } = useLogo();
  const take = ([file]: File[]) => file && put(typed(file));
  usePasted(take);
  return (
    <section aria-label={t('logo.title')} className="grid gap-2">
      <h3 className="font-medium">{t('logo.title')}</h3>
      {workspace.logo && (
        <div className="flex flex-wrap items-center gap-4 rounded-r border border-line bg-side p-4">
          <div className="min-w-0 flex-1">
            <LogoShown workspace={workspace} />
          </div>
          <Button icon={Trash2} onClick={remove} disabled={sending}>
            {t('logo.remove')}
          </Button>
        </div>
      )}
      <FileDrop
        label={t(workspace.logo ? 'logo.another' : 'logo.choose')}
        accept={ACCEPT}
        most={MOST}
        files={[]}
        onChange={take}
        disabled={sending}
        error={error ?? undefined}
      />
      <p className="text-12 text-faint">{t('logo.hint')}</p>
    </section>
  );
}

/** Some systems give a drawing no type of its own. */
function typed(file: File): File {
  if (file.type.startsWith('image/')) return file;
  const ending = file.name.split('.').at(-1)?.toLowerCase() ?? '';
  return new File([file], file.name, { type: TYPES[ending] ?? 'image/jpeg' });
}

/** A picture from the clipboard, anywhere on the page but where words are typed. */
function usePasted(take: (files: File[]) => void): void {
  const latest = useRef(take);
  useEffect(() => void (latest.current = take));
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'));
      if (files.length === 0) return;
      event.preventDefault();
      latest.current(files);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, []);
}
