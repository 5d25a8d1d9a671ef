import { useQuery, useQueryClient, queryOptions } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Combobox } from '#ui/combobox.tsx';
import { useToday } from '#ui/dates.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { Field } from '#ui/field.tsx';
import { request, RequestProblem } from '#ui/request.ts';
import { Select } from '#ui/select.tsx';
import { useLanguage, type Language } from '#ui/words.tsx';
import type { HolidayPlace } from '../holiday-places.ts';
import { holidayListsQuery, type HolidayListView } from './hours-queries.ts';
import { useHoursWords } from './words.ts';

export interface ImportHolidaysProps {
  onClose: () => void;
  /** Where we are: offered first. */
  country: string | null;
  /** The list that ends too early, and which years it lacks. */
  into?: { listId: string; years: readonly number[] };
}

const placesQuery = (language: Language) =>
  queryOptions({
    queryKey: ['holiday-places', language],
    queryFn: async ({ signal }) =>
      (
        await request<{ items: HolidayPlace[] }>('GET', `/api/holiday-places?language=${language}`, {
          signal,
        })
      ).items,
    staleTime: Infinity,
  });

const WHOLE = 'whole';
const NEW_LIST = 'new';

/** Public holidays of a country or region, by year, as a new list or into one that stands. */
export function ImportHolidays({ onClose, country, into }: ImportHolidaysProps) {
  const t = useHoursWords();
  const language = useLanguage();
  const places = useQuery(placesQuery(language));
  const lists = useQuery(holidayListsQuery());
  const ready = places.data && lists.data;
  return (
    <Dialog
      open
      onClose={onClose}
      keepsTyped
      title={t('import.title')}
      footer={
        <Button size="m" kind="primary" type="submit" form="import-holidays" disabled={!ready}>
          {t('import.act')}
        </Button>
      }
    >
      {ready && (
        <ImportForm
          places={places.data}
          lists={lists.data}
          first={firstOf(places.data, lists.data, country, into)}
          onDone={onClose}
        />
      )}
    </Dialog>
  );
}

interface Asked {
  country: string;
  region: string;
  years: readonly number[];
  listId: string;
}

/** A list is named after its country and region, so adding to it begins there. */
function firstOf(
  places: readonly HolidayPlace[],
  lists: readonly HolidayListView[],
  country: string | null,
  into: ImportHolidaysProps['into'],
): Partial<Asked> {
  const list = lists.find(({ id }) => id === into?.listId);
  const named = list && places.find(({ name }) => list.name.startsWith(name));
  const region = list && named?.regions.find(({ name }) => list.name.startsWith(`${named.name}, ${name}`));
  return {
    country: named?.code ?? country ?? '',
    region: region?.code ?? WHOLE,
    ...(into && { years: into.years, listId: into.listId }),
  };
}

interface ImportFormProps {
  places: readonly HolidayPlace[];
  lists: readonly HolidayListView[];
  first: Partial<Asked>;
  onDone: () => void;
}

function ImportForm({ places, lists, first, onDone }: ImportFormProps) {
  const t = useHoursWords();
  const year = Number(useToday().slice(0, 4));
  const [asked, setAsked] = useState<Asked>({
    country: '',
    region: WHOLE,
    years: [year, year + 1],
    listId: NEW_LIST,
    ...first,
  });
  const { errors, send } = useImport(onDone);
  const change = (some: Partial<Asked>) => setAsked({ ...asked, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send(asked);
  };
  const into = [
    { value: NEW_LIST, label: t('import.newList') },
    ...lists.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <form id="import-holidays" onSubmit={submit} className="grid gap-4" noValidate>
      <Place {...{ places, asked, errors }} onChange={change} />
      <Years first={year} chosen={asked.years} error={errors.years} onChange={(years) => change({ years })} />
      <Field
        label={t('import.into')}
        hint={asked.listId !== NEW_LIST && t('import.intoHint')}
        error={errors.intoListId ?? errors['']}
      >
        <Select items={into} value={asked.listId} onChange={(listId) => change({ listId })} />
      </Field>
    </form>
  );
}

interface PlaceProps {
  places: readonly HolidayPlace[];
  asked: Asked;
  errors: Record<string, string>;
  onChange: (some: Partial<Asked>) => void;
}

function Place({ places, asked, errors, onChange }: PlaceProps) {
  const t = useHoursWords();
  const countries = places.map(({ code, name }) => ({ value: code, label: name, hint: code }));
  const regions = places.find(({ code }) => code === asked.country)?.regions ?? [];
  return (
    <>
      <Field label={t('import.country')} error={errors.country} required>
        <Combobox
          items={countries}
          value={countries.find(({ value }) => value === asked.country) ?? null}
          onChange={(next) => onChange({ country: next?.value ?? '', region: WHOLE })}
        />
      </Field>
      {regions.length > 0 && (
        <Field label={t('import.region')} error={errors.region}>
          <Select
            items={[
              { value: WHOLE, label: t('import.whole') },
              ...regions.map(({ code, name }) => ({ value: code, label: name })),
            ]}
            value={asked.region}
            onChange={(region) => onChange({ region })}
          />
        </Field>
      )}
    </>
  );
}

interface YearsProps {
  first: number;
  chosen: readonly number[];
  error?: string;
  onChange: (years: number[]) => void;
}

function Years({ first, chosen, error, onChange }: YearsProps) {
  const t = useHoursWords();
  const offered = [...new Set([...[0, 1, 2, 3, 4].map((step) => first + step), ...chosen])].toSorted(
    (a, b) => a - b,
  );
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-medium">{t('import.years')}</legend>
      <div className="flex flex-wrap gap-x-5">
        {offered.map((year) => (
          <Checkbox
            key={year}
            checked={chosen.includes(year)}
            onChange={(on) => onChange(on ? [...chosen, year] : chosen.filter((one) => one !== year))}
          >
            <span className="tabular">{year}</span>
          </Checkbox>
        ))}
      </div>
      {error && (
        <p role="alert" className="text-12 text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}

function useImport(onDone: () => void) {
  const t = useHoursWords();
  const queries = useQueryClient();
  const [errors, setErrors] = useState<Record<string, string>>({});
  const send = async ({ country, region, years, listId }: Asked) => {
    const body = {
      country,
      years: years.toSorted((a, b) => a - b),
      ...(region !== WHOLE && { region }),
      ...(listId !== NEW_LIST && { intoListId: listId }),
    };
    try {
      await request('POST', '/api/holiday-lists/import', { body });
      await queries.invalidateQueries({ queryKey: holidayListsQuery().queryKey });
      void queries.invalidateQueries({ queryKey: ['home'] });
      onDone();
    } catch (error) {
      const problem = error instanceof RequestProblem && error.status > 0 ? error : null;
      const named = problem?.errors.map(({ path, message }) => [path.split('.')[0], message]) ?? [];
      setErrors(named.length > 0 ? Object.fromEntries(named) : { '': problem?.message ?? t('failed') });
    }
  };
  return { errors, send };
}
