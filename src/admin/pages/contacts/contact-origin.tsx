import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { leadsQuery, type LeadView } from '#crm/leads/screens/lead-queries.ts';
import { utmWords } from '#crm/leads/utm.ts';
import { Definition } from '#ui/definition-list.tsx';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useRecordWords } from '../record/words.ts';

/** The lead a contact was: what only leads have stays there, and is said here (P4). */
export function ContactOrigin({ contactId }: { contactId: string }) {
  const t = useRecordWords();
  const { data } = useInfiniteQuery(leadsQuery({ contactId }));
  const leads = data?.pages.flatMap(({ items }) => items) ?? [];
  if (leads.length === 0) return null;
  return (
    <Definition name={t('origin.lead')}>
      {leads.map((lead) => (
        <Origin key={lead.id} lead={lead} />
      ))}
    </Definition>
  );
}

function Origin({ lead: { id, name, source, utm, skype } }: { lead: LeadView }) {
  const t = useRecordWords();
  const kept = [
    [t('field.source'), source],
    [t('field.utm'), utm && utmWords(utm)],
    [t('field.skype'), skype],
  ] as const;
  return (
    <span className="block min-w-0 py-1">
      <Link
        to="/leads/$leadId"
        params={{ leadId: id }}
        title={name}
        className={`${TEXT_LINK} block truncate`}
      >
        <bdi>{name}</bdi>
      </Link>
      {kept.map(
        ([label, value]) =>
          value && (
            <span key={label} className="block text-12 wrap-anywhere text-muted">
              {label} <bdi className="text-ink">{value}</bdi>
            </span>
          ),
      )}
    </span>
  );
}
