import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useBookingWords } from '#bookings/screens/words.ts';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { isOurs } from './list-views.ts';
import { namesFilter } from './bookings-search.ts';
import { useListWay, type BookingsList } from './use-bookings.ts';

/** Nothing at all yet says what comes here; nothing in a view says so; a filter that hides all offers to go. */
export function NothingFound({ list: { search, view, counts } }: { list: BookingsList }) {
  const t = useBookingWords();
  const way = useListWay();
  const isNew = counts.find(({ id }) => id === 'all')?.count === 0;
  if (isNew) {
    return (
      <Empty
        title={t('empty.title')}
        action={<LinkButton render={<Link to="/links" />}>{t('empty.share')}</LinkButton>}
        second={
          <Button kind="quiet" icon={Plus} shortcut="C" onClick={way.startNew}>
            {t('new.title')}
          </Button>
        }
      >
        {t('empty.what')}
      </Empty>
    );
  }
  if (namesFilter(search)) {
    return (
      <Empty title={t('empty.filtered')} action={<Button onClick={way.clear}>{t('empty.clear')}</Button>}>
        {t('empty.filteredWhat')}
      </Empty>
    );
  }
  return (
    <Empty
      title={isOurs(view) ? t(`empty.view.${view}`) : t('empty.filtered')}
      action={<Button onClick={() => way.view('all')}>{t('empty.all')}</Button>}
    />
  );
}
