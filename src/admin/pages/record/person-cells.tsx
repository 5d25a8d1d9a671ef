import { Avatar } from '#ui/avatar.tsx';
import type { RecordColumn } from '#crm/records/screens/list-kind.ts';
import { mainEmail, type PersonView } from './person.ts';
import type { useRecordWords } from './words.ts';

type Words = ReturnType<typeof useRecordWords>;

/** The name of a person in a list. */
export function PersonName({ person }: { person: PersonView }) {
  return (
    <span className="inline-flex max-w-full items-center gap-2">
      <Avatar id={person.id} name={person.name} />
      <bdi className="truncate font-medium" title={person.name}>
        {person.name}
      </bdi>
    </span>
  );
}

export function PhonePerson({ person }: { person: PersonView }) {
  return (
    <span className="block min-w-0">
      <PersonName person={person} />
      <bdi className="block truncate ps-7 text-muted">{mainEmail(person)}</bdi>
    </span>
  );
}

export function emailColumn(t: Words): RecordColumn<PersonView> {
  return {
    key: 'email',
    header: t('field.emails'),
    cell: (person) => <bdi title={mainEmail(person)}>{mainEmail(person)}</bdi>,
  };
}

/** A text of the record, cut where its column ends. */
export function textColumn<Row extends object>(
  key: keyof Row & string,
  header: string,
  more: Partial<RecordColumn<Row>> = {},
): RecordColumn<Row> {
  const cell = (row: Row) => {
    const text = row[key] as string | null;
    return text && <bdi title={text}>{text}</bdi>;
  };
  return { key, header, width: '14%', sorts: true, cell, ...more };
}
