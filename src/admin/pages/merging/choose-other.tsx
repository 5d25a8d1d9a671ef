import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useLater } from '#crm/companies/screens/use-later.ts';
import { nameOf, othersQuery, type MergedKind, type Other } from '#crm/merging/screens/merging-queries.ts';
import { useMergingWords } from '#crm/merging/screens/words.ts';
import { recordPath } from '#crm/timeline/screens/record-path.ts';
import { Field } from '#ui/field.tsx';
import { Input } from '#ui/input.tsx';
import { PageBar } from '#ui/page-bar.tsx';
import { request } from '#ui/request.ts';
import { RecordLoading } from '../record/record-loading.tsx';
import { MergeCrumb } from './merge-crumb.tsx';

export interface ChooseOtherProps {
  kind: MergedKind;
  id: string;
}

/** Which record is the same: looked for by name, beginning with this one's own. */
export function ChooseOther({ kind, id }: ChooseOtherProps) {
  const t = useMergingWords();
  const found = useQuery({
    queryKey: ['merge', 'one', kind, id],
    queryFn: ({ signal }) => request<Other>('GET', recordPath({ kind, id }), { signal }),
  });
  if (!found.data) return <RecordLoading found={found} />;
  const name = nameOf(found.data);
  return (
    <>
      <PageBar crumb={<MergeCrumb kind={kind} id={id} name={name} />} title={t('mergeWith')} />
      <div className="scroll-pane min-h-0 flex-1 px-6 py-5 max-tablet:px-4">
        <Search kind={kind} id={id} name={name} />
      </div>
    </>
  );
}

function Search({ kind, id, name }: ChooseOtherProps & { name: string }) {
  const t = useMergingWords();
  const [typed, setTyped] = useState(name.split(/\s+/)[0] ?? '');
  const { data } = useQuery({ ...othersQuery(kind, useLater(typed).trim()), placeholderData: (old) => old });
  const others = data?.items.filter((one) => one.id !== id);
  return (
    <div className="grid max-w-120 gap-3">
      <Field label={t('search')}>
        <Input value={typed} onChange={setTyped} type="search" autoComplete="off" />
      </Field>
      <output className={others?.length === 0 ? 'text-muted' : 'sr-only'}>
        {others?.length === 0 && t('nobody')}
      </output>
      <ul>
        {others?.map((other) => (
          <li key={other.id}>
            <Link
              to="/merge/$kind/$id"
              params={{ kind, id }}
              search={{ from: other.id }}
              className="flex min-h-(--row) min-w-0 flex-col justify-center rounded-s px-2 py-1 hover:bg-hover"
            >
              <bdi className="truncate font-medium">{nameOf(other)}</bdi>
              <span className="truncate text-12 text-muted">
                {other.emails?.[0]?.address ?? other.website}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
