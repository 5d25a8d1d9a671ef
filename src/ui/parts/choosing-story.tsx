import { Monitor, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { Checkbox } from '../checkbox.tsx';
import type { Choice } from '../choices.ts';
import { Combobox } from '../combobox.tsx';
import { ComboboxMany } from '../combobox-many.tsx';
import { Field } from '../field.tsx';
import { RadioGroup } from '../radio-group.tsx';
import { Segmented } from '../segmented.tsx';
import { Select } from '../select.tsx';
import { Switch } from '../switch.tsx';
import { PEOPLE } from './cast.ts';
import { Columns, LONG_NAME, Row, Story } from './story.tsx';

export const HOSTS: Choice[] = PEOPLE.map((person) => ({
  value: person.id,
  label: person.name,
  hint: person.email,
  mark: <Avatar id={person.id} name={person.name} />,
}));

export function ChoosingStory() {
  return (
    <Story id="choosing" title="Choosing">
      <Columns>
        <Selects />
      </Columns>
      <Columns>
        <Comboboxes />
      </Columns>
      <Row>
        <Toggles />
      </Row>
      <Columns>
        <Boxes />
      </Columns>
    </Story>
  );
}

const RULES = [
  { value: 'fewest', label: 'Fewest that day', hint: 'Ties go to whoever was scheduled least recently.' },
  { value: 'next', label: 'Whose turn it is' },
  { value: 'longest', label: LONG_NAME },
  { value: 'owner', label: 'Only the owner', disabled: true },
] as const;

function Selects() {
  const [rule, setRule] = useState<(typeof RULES)[number]['value']>('fewest');
  return (
    <>
      <Field label="Who gets the meeting" hint="Ties go to whoever was scheduled least recently.">
        <Select items={RULES} value={rule} onChange={setRule} />
      </Field>
      <Field label="Start every" error="Choose how often a meeting may start.">
        <Select items={RULES} value={null} onChange={setRule} placeholder="Choose" />
      </Field>
      <Field label="Set by the team" readOnly>
        <Select items={RULES} value="longest" onChange={setRule} />
      </Field>
    </>
  );
}

function Comboboxes() {
  const [host, setHost] = useState<Choice | null>(HOSTS[1] ?? null);
  const [team, setTeam] = useState<Choice[]>(HOSTS.slice(0, 3));
  return (
    <>
      <Field label="Host">
        <Combobox items={HOSTS} value={host} onChange={setHost} placeholder="Choose a colleague" />
      </Field>
      <Field label="Team">
        <ComboboxMany items={HOSTS} value={team} onChange={setTeam} placeholder="Add colleagues" />
      </Field>
      <Field label="Country" disabled>
        <Combobox items={HOSTS} value={null} onChange={setHost} placeholder="Poland" />
      </Field>
    </>
  );
}

function Toggles() {
  const [whose, setWhose] = useState('everyone');
  const [screen, setScreen] = useState('wide');
  return (
    <>
      <Segmented
        label="Whose meetings"
        items={[
          { value: 'mine', label: 'Mine' },
          { value: 'everyone', label: 'Everyone' },
        ]}
        value={whose}
        onChange={setWhose}
      />
      <Segmented
        label="Width of the preview"
        items={[
          { value: 'wide', label: 'Computer', icon: Monitor },
          { value: 'narrow', label: 'Phone', icon: Smartphone },
        ]}
        value={screen}
        onChange={setScreen}
      />
    </>
  );
}

function Boxes() {
  const [on, setOn] = useState(true);
  const [place, setPlace] = useState('video');
  const places = [
    { value: 'video', label: 'Video', hint: 'The link is in the mail.' },
    { value: 'phone', label: 'Phone, we call' },
    { value: 'here', label: 'At our place', disabled: true },
  ];
  return (
    <>
      <div>
        <Checkbox checked={on} onChange={setOn} hint="Otherwise this link decides alone.">
          Only when the host’s own hours are open too
        </Checkbox>
        <Checkbox checked={!on} onChange={(checked) => setOn(!checked)}>
          Ask for a phone number
        </Checkbox>
        <Checkbox checked={false} mixed onChange={() => setOn(true)}>
          All hosts
        </Checkbox>
        <Checkbox checked disabled onChange={setOn}>
          Always told by mail
        </Checkbox>
      </div>
      <div>
        <Switch checked={on} onChange={setOn} hint="Visitors find it at its address.">
          Open for booking
        </Switch>
        <Switch checked={!on} onChange={(checked) => setOn(!checked)}>
          Public holidays
        </Switch>
        <Switch checked={false} disabled onChange={setOn}>
          Deactivated
        </Switch>
      </div>
      <RadioGroup aria-label="Where" items={places} value={place} onChange={setPlace} />
    </>
  );
}
