import { Search } from 'lucide-react';
import { useState } from 'react';
import { Field } from '../field.tsx';
import { Input } from '../input.tsx';
import { Kbd } from '../kbd.tsx';
import { NumberInput } from '../number-input.tsx';
import { Textarea } from '../textarea.tsx';
import { Columns, HEBREW, LONG_NAME, Story } from './story.tsx';

export function FieldsStory() {
  return (
    <Story id="fields" title="Fields">
      <Columns>
        <Field label="Title" hint="Visitors see it above the times." required>
          <Input defaultValue="Product demo" />
        </Field>
        <Field label="Address" error="Another link has this address. Choose another one.">
          <Input prefix="/book/" defaultValue="product-demo" />
        </Field>
        <Field label="Time zone" readOnly hint="Set by the workspace.">
          <Input defaultValue="Europe/Warsaw" />
        </Field>
        <Field label="Code" disabled>
          <Input defaultValue="7F3K" />
        </Field>
        <Field label="Company">
          <Input defaultValue={LONG_NAME} />
        </Field>
        <Field label="Name">
          <Input defaultValue={HEBREW} />
        </Field>
      </Columns>
      <Columns>
        <Numbers />
        <Field label="Filter" labelHidden>
          <Input size="s" icon={Search} placeholder="Filter" suffix={<Kbd keys="/" />} />
        </Field>
      </Columns>
      <Columns>
        <Field label="Note" hint="Only colleagues read it.">
          <Textarea defaultValue={'She asked for the short oven.\nCall before noon.'} />
        </Field>
        <Field label="Message" error="Write at least a word.">
          <Textarea />
        </Field>
      </Columns>
    </Story>
  );
}

function Numbers() {
  const [notice, setNotice] = useState<number | null>(4);
  const [buffer, setBuffer] = useState<number | null>(10);
  return (
    <>
      <Field label="Notice">
        <NumberInput value={notice} onChange={setNotice} unit="hours" min={0} max={720} />
      </Field>
      <Field label="Buffer after" error="At most 240 minutes.">
        <NumberInput value={buffer} onChange={setBuffer} unit="min" min={0} step={5} />
      </Field>
    </>
  );
}
