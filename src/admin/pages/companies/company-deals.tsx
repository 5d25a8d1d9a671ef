import { Link } from '@tanstack/react-router';
import { DealsOf } from '#crm/deals/screens/deals-of.tsx';

/** What the company, its leads and its contacts may buy (P2). */
export function CompanyDeals({ companyId }: { companyId: string }) {
  return (
    <DealsOf
      of={{ kind: 'company', id: companyId }}
      dealLink={(deal) => <Link to="/deals/$dealId" params={{ dealId: deal.id }} />}
      addLink={<Link to="/deals" search={{ new: true, companyId, back: `/companies/${companyId}` }} />}
    />
  );
}
