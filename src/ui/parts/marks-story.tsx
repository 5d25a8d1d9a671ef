import { useState } from 'react';
import { Avatar, AvatarStack, Person } from '../avatar.tsx';
import { Chip, State, Tag } from '../badge.tsx';
import { Kbd } from '../kbd.tsx';
import { PEOPLE } from './cast.ts';
import { HEBREW, LONG_NAME, Row, Story } from './story.tsx';

export function MarksStory() {
  return (
    <Story id="marks" title="Marks">
      <Row>
        <State shape="booked">Scheduled</State>
        <State shape="order">Bookable</State>
        <State shape="waiting">Needs a host</State>
        <State shape="broken">Not synced since 08:12</State>
        <State shape="off">Deactivated</State>
        <State shape="over">Cancelled</State>
        <State shape="queued">Waiting to be sent</State>
      </Row>
      <Row>
        <Tag>Round robin</Tag>
        <Tag tone="accent">New</Tag>
        <Tag tone="wait">Not confirmed</Tag>
        <Tag tone="danger">Mailbox full</Tag>
        <Kbd keys="Ctrl K" />
      </Row>
      <Chips />
      <Row>
        {PEOPLE.map((person) => (
          <Person key={person.id} id={person.id} name={person.name} />
        ))}
        <Person id="x" name={HEBREW} />
        <Person id="nobody" name="after confirming" of="nobody" muted />
      </Row>
      <Row>
        <AvatarStack people={PEOPLE} />
        <Avatar id="garonne" name="Boulangerie Garonne" of="company" size="m" alone />
        <Avatar id="anna" name="Anna Nowak" size="l" alone />
      </Row>
      <Person id="long" name={LONG_NAME} />
    </Story>
  );
}

function Chips() {
  const [chips, setChips] = useState(['20 min', '45 min', LONG_NAME]);
  return (
    <Row>
      {chips.map((chip) => (
        <Chip key={chip} name={chip} onRemove={() => setChips(chips.filter((other) => other !== chip))}>
          Lasts <b>{chip}</b>
        </Chip>
      ))}
    </Row>
  );
}
