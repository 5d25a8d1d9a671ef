import { ArrowUpDown, CalendarPlus, Plus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../avatar.tsx';
import { Tag } from '../badge.tsx';
import { Button } from '../button.tsx';
import { CommandMenu, type CommandGroup } from '../command-menu.tsx';
import { Conflict } from '../conflict.tsx';
import { FilterBar } from '../filter-bar.tsx';
import { MenuItem } from '../menu.tsx';
import { PageBar } from '../page-bar.tsx';
import { Tab, Tabs } from '../tabs.tsx';
import { PEOPLE } from './cast.ts';
import { Row, Story } from './story.tsx';

const nothing = () => {};

// oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- Tab writes the words
const HERE = <a href="#pages" />;

export function PagesStory() {
  return (
    <Story id="pages" title="Heads of pages">
      <div className="min-w-0 overflow-hidden rounded-r border border-line">
        <PageBar
          crumb={<a href="#pages">Links</a>}
          title="Product demo"
          aside={<Tag>Round robin</Tag>}
          actions={
            <Button kind="primary" icon={Plus} shortcut="C">
              New booking
            </Button>
          }
        />
        <Tabs label="Views">
          <Tab render={HERE} current count={41}>
            Upcoming
          </Tab>
          <Tab render={HERE} current={false} count={5}>
            Today
          </Tab>
          <Tab render={HERE} current={false} count={1} waits>
            Needs a host
          </Tab>
          <Tab render={HERE} current={false}>
            No-shows in November
          </Tab>
        </Tabs>
        <Filters />
      </div>
      <Row>
        <Commands />
        <TwoChanged />
      </Row>
    </Story>
  );
}

function Filters() {
  const [text, setText] = useState('');
  const [inForce, setInForce] = useState(['Host', 'Starts']);
  const words = { Host: 'Host is', Starts: 'Starts' } as Record<string, string>;
  const values = { Host: 'anyone', Starts: 'from today' } as Record<string, string>;
  return (
    <FilterBar
      text={text}
      onText={setText}
      filters={inForce.map((key) => ({
        key,
        name: key,
        words: (
          <>
            {words[key]} <b>{values[key]}</b>
          </>
        ),
      }))}
      onRemove={(key) => setInForce(inForce.filter((other) => other !== key))}
      onClear={() => setInForce([])}
      menu={['Host', 'Starts'].map((key) => (
        <MenuItem key={key} disabled={inForce.includes(key)} onSelect={() => setInForce([...inForce, key])}>
          {key}
        </MenuItem>
      ))}
      aside={
        <Button kind="quiet" icon={ArrowUpDown}>
          Start
        </Button>
      }
    />
  );
}

function Commands() {
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('ar');
  return (
    <>
      <Button onClick={() => setOpen(true)} shortcut="Ctrl K">
        Find and act
      </Button>
      <CommandMenu
        open={open}
        onClose={() => setOpen(false)}
        text={text}
        onText={setText}
        groups={commandsFor(text)}
      />
    </>
  );
}

function commandsFor(text: string): CommandGroup[] {
  const people = PEOPLE.filter((person) => person.name.toLowerCase().includes(text.toLowerCase()));
  return [
    {
      key: 'people',
      label: 'People',
      items: people.map((person) => ({
        key: person.id,
        label: person.name,
        hint: person.email,
        mark: <Avatar id={person.id} name={person.name} />,
        onSelect: nothing,
      })),
    },
    {
      key: 'actions',
      label: 'Actions',
      items: [
        {
          key: 'schedule',
          label: 'Schedule a meeting',
          icon: CalendarPlus,
          shortcut: 'S',
          onSelect: nothing,
        },
        { key: 'contact', label: `New contact “${text}”`, icon: Plus, shortcut: 'C', onSelect: nothing },
      ],
    },
  ];
}

function TwoChanged() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Two changed one thing</Button>
      <Conflict
        open={open}
        onClose={() => setOpen(false)}
        onResolve={() => setOpen(false)}
        fields={[
          { key: 'title', name: 'Title', yours: 'Product demo, 45 min', theirs: 'Product demonstration' },
          { key: 'notice', name: 'Notice', yours: '4 hours', theirs: '1 day' },
        ]}
      >
        Bo Lindqvist saved this link at 10:21, while you were writing.
      </Conflict>
    </>
  );
}
