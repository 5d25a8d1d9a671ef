import { CalendarCheck, MailX, StickyNote } from 'lucide-react';
import { useState } from 'react';
import { CopyField } from '../copy-field.tsx';
import { Definition, DefinitionList } from '../definition-list.tsx';
import { EditInPlace } from '../edit-in-place.tsx';
import { TEXT_LINK } from '../text-link.ts';
import { Timeline } from '../timeline.tsx';
import { LONG_NAME, Story } from './story.tsx';

export function RecordsStory() {
  return (
    <Story id="records" title="Records">
      <div className="grid min-w-0 grid-cols-2 gap-8 max-tablet:grid-cols-1">
        <Facts />
        <Timeline label="What happened" items={HAPPENED} />
      </div>
      <CopyField
        label="Address of the link"
        value="https://meet.termika.example/book/product-demo"
        className="max-w-100"
      />
    </Story>
  );
}

function Facts() {
  const [phone, setPhone] = useState('+33 5 61 00 00 00');
  const savePhone = async (value: string) => {
    if (!/^[+\d ]*$/.test(value)) return 'Write digits only, beginning with the country: +33.';
    return setPhone(value);
  };
  return (
    <DefinitionList className="content-start">
      <Definition name="Contact">
        <a href="#records" className={TEXT_LINK}>
          Hélène Castaing
        </a>{' '}
        <span className="text-faint">Maintenance lead</span>
      </Definition>
      <Definition name="Phone">
        <EditInPlace label="Phone" value={phone} onSave={savePhone} type="tel" />
      </Definition>
      <Definition name="Web site">
        <EditInPlace label="Web site" value="" onSave={async () => {}} placeholder="Add an address" />
      </Definition>
      <Definition name="Company">
        <EditInPlace label="Company" value={LONG_NAME} onSave={async () => {}} />
      </Definition>
    </DefinitionList>
  );
}

const HAPPENED = [
  {
    key: 'booked',
    icon: CalendarCheck,
    tone: 'accent' as const,
    text: (
      <>
        <b className="font-semibold">Hélène Castaing</b> booked a product demo with Chloé
      </>
    ),
    when: <time dateTime="2026-12-01T09:47">Today 09:47</time>,
    quote: 'Heat losses at the door of line 2. We can send the logs of November.',
  },
  {
    key: 'mail',
    icon: MailX,
    tone: 'danger' as const,
    text: 'The reminder could not be delivered: mailbox full',
    when: 'Yesterday',
  },
  { key: 'note', icon: StickyNote, text: 'Anna wrote a note', when: '26 Nov', quote: LONG_NAME },
];
