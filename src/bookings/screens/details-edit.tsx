import { useState } from 'react';
import { Textarea } from '#ui/textarea.tsx';
import { EditForm } from './edit-form.tsx';
import { OpensEdit } from './opens-edit.tsx';
import { useBookingWords } from './words.ts';

interface DetailsEditProps {
  details: string;
  onSave: (details: string) => Promise<string | void>;
}

/** Several lines that belong to the visitor's meeting. */
export function DetailsEdit({ details, onSave }: DetailsEditProps) {
  const t = useBookingWords();
  const [typed, setTyped] = useState<string | null>(null);
  const [wasOpen, setWasOpen] = useState(false);
  if (typed === null) {
    const open = () => {
      setWasOpen(true);
      setTyped(details);
    };
    return (
      <OpensEdit label={t('field.details')} onOpen={open} isBack={wasOpen}>
        {details ? (
          <bdi className="whitespace-pre-line">{details}</bdi>
        ) : (
          <span className="text-faint">{t('edit.noDetails')}</span>
        )}
      </OpensEdit>
    );
  }
  return (
    <EditForm onSave={() => onSave(typed.trim())} onClose={() => setTyped(null)}>
      <Textarea value={typed} onChange={setTyped} aria-label={t('field.details')} maxLength={4000} />
    </EditForm>
  );
}
