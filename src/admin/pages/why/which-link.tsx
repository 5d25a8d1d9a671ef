import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Combobox } from '#ui/combobox.tsx';
import { Field } from '#ui/field.tsx';
import { linkNamesQuery } from '../fairness/fairness-queries.ts';
import { useWhyWords } from './words.ts';

const here = getRouteApi('/why');

export function WhichLink({ linkId }: { linkId: string | undefined }) {
  const t = useWhyWords();
  const go = here.useNavigate();
  const { data = [] } = useQuery(linkNamesQuery);
  const items = data.map(({ id, title }) => ({ value: id, label: title }));
  const choose = (chosen: { value: string } | null) =>
    void go({ search: ({ date, time }) => ({ date, time, linkId: chosen?.value }), replace: true });
  return (
    <Field label={t('link')} className="max-w-96">
      <Combobox
        items={items}
        value={items.find(({ value }) => value === linkId) ?? null}
        onChange={choose}
        placeholder={t('pick')}
      />
    </Field>
  );
}
