import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { UserCheck } from 'lucide-react';
import { useState } from 'react';
import { ConvertDialog, type ConversionView } from '#crm/conversion/screens/convert-dialog.tsx';
import { useConversionWords } from '#crm/conversion/screens/words.ts';
import type { LeadView } from '#crm/leads/screens/lead-queries.ts';
import { Button } from '#ui/button.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useToast } from '#ui/toast.tsx';
import { useMayEdit } from '../record/use-may-edit.ts';

/** Asks what the lead becomes, then shows the contact it became (P4). */
export function ConvertAct({ lead }: { lead: LeadView }) {
  const t = useConversionWords();
  const [isOpen, setOpen] = useState(false);
  const mayEdit = useMayEdit(lead);
  const goOn = useGoOn();
  if (!mayEdit || lead.status === 'converted') return null;
  return (
    <>
      <Button icon={UserCheck} onClick={() => setOpen(true)}>
        {t('convert')}
      </Button>
      {isOpen && (
        <ConvertDialog lead={lead} onClose={() => setOpen(false)} onConverted={(made) => void goOn(made)} />
      )}
    </>
  );
}

/** On a converted lead: where it goes on. */
export function ConvertedNote({ contactId }: { contactId: string }) {
  const t = useConversionWords();
  return (
    <p className="mt-1 text-12 text-muted">
      {t('converted')}{' '}
      <Link to="/contacts/$contactId" params={{ contactId }} className={TEXT_LINK}>
        {t('open')}
      </Link>
    </p>
  );
}

function useGoOn() {
  const t = useConversionWords();
  const queries = useQueryClient();
  const toast = useToast();
  const go = useNavigate();
  return async ({ contact }: ConversionView) => {
    await go({ to: '/contacts/$contactId', params: { contactId: contact.id } });
    toast.done(t('done', { name: contact.name }));
    for (const kind of ['leads', 'contacts', 'companies', 'deals', 'timeline', 'bookings'])
      void queries.invalidateQueries({ queryKey: [kind] });
  };
}
