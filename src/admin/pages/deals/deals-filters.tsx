import { getRouteApi } from '@tanstack/react-router';
import { useDealWords } from '#crm/deals/screens/words.ts';
import { usePicklist } from '#crm/fields/screens/use-picklist.ts';
import { FilterBar } from '#ui/filter-bar.tsx';
import { MenuItem } from '#ui/menu.tsx';
import { Segmented } from '#ui/segmented.tsx';

const here = getRouteApi('/deals');

/** A word, whose, and in the list a stage. */
export function DealsFilters() {
  const t = useDealWords();
  const search = here.useSearch();
  const go = here.useNavigate();
  const { choices, named } = usePicklist('dealStage');
  const show = (change: Partial<typeof search>) =>
    void go({ search: { ...search, ...change }, replace: true });
  const isList = search.view === 'list';
  const words = <b>{named(search.stage ?? '')}</b>;
  return (
    <FilterBar
      text={search.q ?? ''}
      onText={(q) => show({ q: q || undefined })}
      filters={isList && search.stage ? [{ key: 'stage', name: t('field.stage'), words }] : []}
      onRemove={() => show({ stage: undefined })}
      onClear={() => show({ q: undefined, stage: undefined, mine: undefined })}
      menu={
        isList &&
        choices.map(({ key, name }) => (
          <MenuItem key={key} onSelect={() => show({ stage: key })}>
            {name}
          </MenuItem>
        ))
      }
      aside={
        <Segmented
          label={t('whose')}
          items={[
            { value: 'all', label: t('all') },
            { value: 'mine', label: t('mine') },
          ]}
          value={search.mine ? 'mine' : 'all'}
          onChange={(whose) => show({ mine: whose === 'mine' ? true : undefined })}
        />
      }
    />
  );
}
