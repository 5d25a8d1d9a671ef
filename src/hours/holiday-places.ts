/** The countries and regions whose public holidays can be brought in, by name in a language. */
export interface HolidayPlace {
  code: string;
  name: string;
  regions: { code: string; name: string }[];
}

const known = new Map<string, HolidayPlace[]>();

export async function holidayPlaces(language: string): Promise<HolidayPlace[]> {
  const read = known.get(language) ?? (await readPlaces(language));
  known.set(language, read);
  return read;
}

async function readPlaces(language: string): Promise<HolidayPlace[]> {
  const { default: Holidays } = await import('date-holidays');
  const source = new Holidays();
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const byName = (one: { name: string }, other: { name: string }) =>
    one.name.localeCompare(other.name, language);
  return Object.keys(source.getCountries())
    .map((code) => {
      const states = Object.entries(source.getStates(code, language) ?? {});
      const regions = states.map(([region, name]) => ({ code: region, name })).toSorted(byName);
      return { code, name: names.of(code) ?? code, regions: regions.filter(({ code }) => REGION.test(code)) };
    })
    .toSorted(byName);
}

/** What the import takes as a region. */
const REGION = /^[A-Za-z0-9]{1,6}$/;
