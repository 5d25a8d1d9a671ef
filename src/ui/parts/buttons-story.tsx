import { CalendarPlus, Copy, Download, Ellipsis, Plus, Trash2 } from 'lucide-react';
import { Button } from '../button.tsx';
import { IconButton } from '../icon-button.tsx';
import { LinkButton } from '../link-button.tsx';
import { HEBREW, LONG_NAME, Row, Story } from './story.tsx';

const nothing = () => {};

// oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- LinkButton writes the words
const HERE = <a href="#buttons" />;

export function ButtonsStory() {
  return (
    <Story id="buttons" title="Buttons">
      <Row>
        <Button kind="primary" icon={Plus} shortcut="C">
          New booking
        </Button>
        <Button icon={CalendarPlus}>Schedule</Button>
        <Button kind="quiet">Add outcome</Button>
        <Button kind="danger">Cancel meeting</Button>
        <LinkButton render={HERE}>A place to go to</LinkButton>
      </Row>
      <Sizes />
      <Row>
        <IconButton icon={Download} label="Download the list" onClick={nothing} />
        <IconButton icon={Copy} kind="plain" label="Copy the address" onClick={nothing} />
        <IconButton icon={Ellipsis} label="More" shortcut="." onClick={nothing} />
        <IconButton icon={Trash2} label="Delete" disabled />
      </Row>
      <Row>
        <Button>{LONG_NAME}</Button>
        <Button>{HEBREW}</Button>
      </Row>
    </Story>
  );
}

function Sizes() {
  return (
    <Row>
      <Button kind="primary" size="m">
        Save
      </Button>
      <Button size="m">Go back</Button>
      <Button kind="primary" size="m" busy>
        Saving
      </Button>
      <Button size="m" busy>
        Trying again
      </Button>
      <Button kind="primary" size="m" disabled>
        Save
      </Button>
      <Button size="m" disabled>
        Go back
      </Button>
    </Row>
  );
}
