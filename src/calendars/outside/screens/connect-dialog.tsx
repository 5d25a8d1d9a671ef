import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { calendarsQuery } from './calendar-queries.ts';
import { ConnectForm, CONNECT_FORM } from './connect-form.tsx';
import { Found } from './found.tsx';
import { useConnect } from './use-connect.ts';
import { useOutsideWords } from './words.ts';

/** Connects a calendar, then shows what was found there and what each is for. */
export function ConnectDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useOutsideWords();
  const [accountId, setAccountId] = useState<string | null>(null);
  const { data } = useQuery(calendarsQuery(memberId));
  const connect = useConnect(memberId, setAccountId);
  const found = data?.items.filter(({ account }) => account !== null && account.id === accountId) ?? [];
  if (accountId !== null) {
    const done = (
      <Button size="m" kind="primary" onClick={onClose}>
        {t('found.done')}
      </Button>
    );
    return (
      <Dialog key="found" open onClose={onClose} title={t('found.title')} footer={done}>
        <Found memberId={memberId} items={data?.items ?? []} found={found} />
      </Dialog>
    );
  }
  const footer = (
    <Button size="m" kind="primary" type="submit" form={CONNECT_FORM} busy={connect.isPending}>
      {connect.isPending ? t('connect.looking') : t(`connect.act.${connect.service.kind}`)}
    </Button>
  );
  return (
    <Dialog key="connect" open keepsTyped onClose={onClose} title={t('connect.title')} footer={footer}>
      <ConnectForm connect={connect} connectable={data?.connectable ?? ['caldav', 'ics']} />
    </Dialog>
  );
}
