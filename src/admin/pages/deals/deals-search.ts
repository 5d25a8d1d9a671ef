export interface DealsSearch {
  view?: 'list';
  q?: string;
  stage?: string;
  /** Only one's own. */
  mine?: true;
  sort?: string;
  /** A new deal is being written down, of these. */
  new?: true;
  companyId?: string;
  contactId?: string;
  leadId?: string;
  /** The record to go back to when it is kept: '/companies/018f…'. */
  back?: string;
}

const SORTS = ['title', 'amount', 'stage', 'expectedClose', 'createdAt'];
const BACK = /^\/(companies|contacts|leads)\/[\w-]+$/;

export function dealsSearch(search: Record<string, unknown>): DealsSearch {
  const { view, q, stage, mine, sort, back } = search;
  return {
    ...(view === 'list' && { view }),
    ...(typeof q === 'string' && q !== '' && { q: q.slice(0, 200) }),
    ...(typeof stage === 'string' && { stage }),
    ...(mine === true && { mine }),
    ...(typeof sort === 'string' && SORTS.includes(sort.replace(/^-/, '')) && { sort }),
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
