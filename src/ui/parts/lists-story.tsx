import { useState } from 'react';
import { Tag } from '../badge.tsx';
import type { Choice } from '../choices.ts';
import { ColumnChooser, ColumnRows } from '../column-chooser.tsx';
import type { ChosenColumn } from '../column-order.ts';
import { useConditionChips } from '../condition-chips.tsx';
import type { Condition, FilterField } from '../conditions.ts';
import { FilterBar } from '../filter-bar.tsx';
import { FilterBuilder } from '../filter-builder.tsx';
import { FilterPopover } from '../filter-popover.tsx';
import { Tab, Tabs } from '../tabs.tsx';
import { PEOPLE } from './cast.ts';
import { Columns, Story } from './story.tsx';

const STAGES: Choice[] = ['Lead', 'Prospect', 'Customer', 'Former customer'].map((label) => ({
  value: label.toLowerCase().replace(' ', '-'),
  label,
}));

const FIELDS: FilterField[] = [
  { id: 'name', label: 'Name', kind: 'text' },
  { id: 'stage', label: 'Stage', kind: 'choice', choices: STAGES },
  {
    id: 'owner',
    label: 'Owner',
    kind: 'member',
    choices: PEOPLE.map(({ id, name, email }) => ({ value: id, label: name, hint: email })),
  },
  { id: 'revenue', label: 'Revenue', kind: 'money', currency: 'EUR' },
  { id: 'market', label: 'Market share', kind: 'number', unit: '%' },
  { id: 'created', label: 'Created', kind: 'date' },
  { id: 'supplier', label: 'Supplier', kind: 'yes-no' },
];

const START: Condition[] = [
  { field: 'stage', is: 'any-of', value: ['prospect', 'customer'] },
  { field: 'revenue', is: 'between', value: [10_000_000, 500_000_050] },
  { field: 'created', is: 'before', value: '2026-12-01' },
  { field: 'supplier', is: 'is', value: false },
  { field: 'name', is: 'contains', value: '' },
];

export function ListsStory() {
  const [conditions, setConditions] = useState(START);
  const rows = { fields: FIELDS, conditions, onChange: setConditions };
  return (
    <Story id="lists" title="Lists">
      <div className="min-w-0 overflow-hidden rounded-r border border-line">
        <ManyTabs />
        <NarrowedBy {...rows} />
      </div>
      <FilterBuilder {...rows} />
      <Columns>
        <FilterBuilder fields={FIELDS} conditions={[]} onChange={setConditions} />
        <ChosenColumns />
      </Columns>
    </Story>
  );
}

// oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- Tab writes the words
const HERE = <a href="#lists" />;

const VIEWS = ['Prospects', 'Customers', 'Mine', 'No owner', 'Created this month', 'No activity for 30 days'];

function ManyTabs() {
  return (
    <Tabs label="Views of companies" aside={<Tag>Shared</Tag>}>
      {VIEWS.map((view, index) => (
        <Tab key={view} render={HERE} current={index === 4} count={1204 - index * 190} waits={index === 3}>
          {view}
        </Tab>
      ))}
    </Tabs>
  );
}

interface RowsProps {
  fields: FilterField[];
  conditions: Condition[];
  onChange: (conditions: Condition[]) => void;
}

function NarrowedBy(rows: RowsProps) {
  const chips = useConditionChips(rows.conditions, rows.fields);
  const [columns, setColumns] = useState<ChosenColumn[]>([]);
  return (
    <FilterBar
      label="Filters of companies"
      filters={chips}
      onRemove={(key) => rows.onChange(rows.conditions.toSpliced(Number(key), 1))}
      onClear={() => rows.onChange([])}
      add={<FilterPopover {...rows} />}
      aside={
        <ColumnChooser
          columns={COLUMNS}
          chosen={columns}
          onChange={setColumns}
          onReset={() => setColumns([])}
        />
      }
    />
  );
}

const COLUMNS = [
  { key: 'name', header: 'Name', fixed: true },
  ...['Owner', 'Stage', 'City', 'Last activity'].map((header) => ({ key: header, header })),
];

function ChosenColumns() {
  const [columns, setColumns] = useState<ChosenColumn[]>(
    COLUMNS.map(({ key }) => ({ key, shown: key !== 'City' })),
  );
  return (
    <div>
      <ColumnRows columns={COLUMNS} chosen={columns} onChange={setColumns} />
    </div>
  );
}
