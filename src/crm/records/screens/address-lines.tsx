import { countriesIn } from '#people/countries.ts';
import { useCompanyWords } from '#crm/companies/screens/words.ts';
import { TEXT_LINK } from '#ui/text-link.ts';
import { useLanguage } from '#ui/words.tsx';
import type { AddressView } from './address-queries.ts';

/** An address line by line; the country in the reader's language. */
export function AddressLines({ address }: { address: AddressView }) {
  const language = useLanguage();
  const { line1, line2, postcode, city, county, state, phone, fax, email } = address;
  const country = countriesIn(language).find(({ value }) => value === address.country)?.label;
  const place = [postcode, city].filter(Boolean).join(' ');
  const area = [county, state].filter(Boolean).join(', ');
  const lines = [line1, line2, place, area, country].filter((line) => Boolean(line));
  return (
    <div className="grid text-muted">
      {lines.map((line) => (
        <bdi key={line} className="wrap-anywhere">
          {line}
        </bdi>
      ))}
      {phone && <bdi>{phone}</bdi>}
      {fax && <bdi>Fax {fax}</bdi>}
      {email && (
        <a href={`mailto:${email}`} className={`${TEXT_LINK} wrap-anywhere`}>
          {email}
        </a>
      )}
    </div>
  );
}

/** What an address is called: its title, else what it is for. */
export function useAddressName(): (address: AddressView) => string {
  const t = useCompanyWords();
  return ({ title, type }) => title ?? t(`address.type.${type}`);
}
