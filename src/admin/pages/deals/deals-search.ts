import { listSearch, type ListSearch } from '#crm/records/screens/list-search.ts';

export interface DealsSearch extends ListSearch {
  /** The rows of a list in the place of the board. */
  as?: 'list';
  /** A new deal is being written down, of these. */
  new?: true;
  companyId?: string;
  contactId?: string;
  leadId?: string;
  /** The record to go back to when it is kept: '/companies/018f…'. */
  back?: string;
}

const BACK = /^\/(companies|contacts|leads)\/[\w-]+$/;

/** `?view=list`, `?stage=` and `?mine=true` were how the list was asked for, and are kept for whoever has them. */
export function dealsSearch({ stage, mine, ...search }: Record<string, unknown>): DealsSearch {
  const { back } = search;
  const isList = search.as === 'list' || search.view === 'list';
  const view = search.view === 'list' ? undefined : search.view;
  const old = typeof stage === 'string' && { filter: [{ field: 'stage', is: 'is', value: stage }] };
  return {
    ...listSearch({ ...old, ...search, view: mine === true ? 'mine' : view }),
    ...(isList && { as: 'list' as const }),
    ...(search.new === true && { new: true as const }),
    ...idsIn(search),
    ...(typeof back === 'string' && BACK.test(back) && { back }),
  };
}

function idsIn(search: Record<string, unknown>): Pick<DealsSearch, 'companyId' | 'contactId' | 'leadId'> {
  const names = ['companyId', 'contactId', 'leadId'] as const;
  return Object.fromEntries(
    names.flatMap((name) => (typeof search[name] === 'string' ? [[name, search[name]]] : [])),
  );
}
