import { Link } from '@tanstack/react-router';
import type { FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { useShortcuts } from '#ui/shortcuts.ts';
import { OfferTerms } from '#bookings/screens/times/offer-terms.tsx';
import { TimesGrid } from '#bookings/screens/times/times-grid.tsx';
import { TimesList } from '#bookings/screens/times/times-list.tsx';
import { useLinkWords } from '#links/screens/words.ts';
import { useMe } from '#people/screens/use-me.ts';
import { AddressField, HostsFields, TitleField } from './new-link-form.tsx';
import { useNewLink, type Making } from './use-new-link.ts';

/** L3: times picked in the hosts' week, and beside it the few things that are left to say; one press makes the link. */
export function PickTimes() {
  const t = useLinkWords();
  const making = useNewLink('specific-times');
  const { busy, create } = making;
  useShortcuts({ 'Ctrl+Enter': create });
  const send = (event: FormEvent) => {
    event.preventDefault();
    create();
  };
  return (
    <main className="flex min-h-0 flex-1 flex-col">
      <form onSubmit={send} noValidate className="flex min-h-0 flex-1 flex-col">
        <PageBar
          crumb={
            <Link to="/links" className="hover:text-ink">
              {t('list.title')}
            </Link>
          }
          title={t('new.pick')}
          actions={
            <Button type="submit" kind="primary" busy={busy} shortcut="Ctrl Enter">
              {t('new.create')}
            </Button>
          }
        />
        <div className="flex min-h-0 flex-1 max-phone:scroll-pane max-phone:block">
          <Calendar making={making} />
          <Sayings making={making} />
        </div>
      </form>
    </main>
  );
}

function Calendar({ making: { link, change, errorOf } }: { making: Making }) {
  const t = useLinkWords();
  const { member } = useMe();
  const error = errorOf('times');
  return (
    <section
      aria-label={t('times.title')}
      className="flex min-h-0 min-w-0 flex-1 flex-col px-6 pt-4 pb-3 max-tablet:px-4"
    >
      <p className="mb-3 max-w-160 text-12 text-faint">{t('times.hint')}</p>
      {error && (
        <p role="alert" className="mb-2 text-danger">
          {error}
        </p>
      )}
      <TimesGrid
        fills
        hostIds={link.chairs[0] ?? []}
        offering={link}
        timeZone={member.timeZone}
        onChange={change}
      />
    </section>
  );
}

/** What was picked, for whom, how often it can be booked and until when. */
function Sayings({ making }: { making: Making }) {
  const t = useLinkWords();
  const { member } = useMe();
  const { link, change, errorOf, failure } = making;
  const remove = (start: string) => change({ times: link.times.filter((time) => time.start !== start) });
  return (
    <aside
      aria-label={t('times.chosen')}
      className="scroll-pane flex min-h-0 w-80 shrink-0 flex-col gap-5 border-s border-line bg-side px-5 py-4 max-tablet:w-72 max-tablet:px-4 max-phone:w-auto max-phone:border-s-0 max-phone:border-t max-phone:pb-8"
    >
      <HostsFields making={making} />
      <div>
        <h2 className="mb-1 font-semibold">
          {t('times.title')} <span className="tabular font-normal text-faint">{link.times.length || ''}</span>
        </h2>
        <TimesList times={link.times} timeZone={member.timeZone} onRemove={remove} />
      </div>
      <OfferTerms
        terms={link}
        timeZone={member.timeZone}
        expiryError={errorOf('expiresAt')}
        onChange={change}
      />
      <TitleField making={making} />
      <AddressField making={making} />
      {failure && (
        <p role="alert" className="text-danger">
          {failure}
        </p>
      )}
    </aside>
  );
}
