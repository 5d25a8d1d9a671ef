import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { LongTextSetting } from './settings.tsx';

/** L6: most links have none, so that the field comes when it is wanted; emptied, it is no footer again. */
export function FooterSetting() {
  const t = useLinkWords();
  const { link, edit, readOnly } = useEditing();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen && !link.footer)
    return readOnly ? null : (
      <Button icon={Plus} className="mt-4" onClick={() => setOpen(true)}>
        {t('page.addFooter')}
      </Button>
    );
  return (
    <div ref={isOpen ? intoField : undefined}>
      <LongTextSetting
        className="mt-4"
        path="footer"
        label={t('page.footer')}
        hint={t('page.footerHint')}
        rows={2}
        value={link.footer ?? ''}
        onChange={(text) => edit({ footer: text || null })}
      />
    </div>
  );
}

/** Whoever asks for the field types next. */
function intoField(box: HTMLElement | null): void {
  box?.querySelector('textarea')?.focus();
}
