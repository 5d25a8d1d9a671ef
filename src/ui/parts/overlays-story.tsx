import { Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { State } from '../badge.tsx';
import { Button } from '../button.tsx';
import { AskBeside } from '../ask-beside.tsx';
import { ConfirmDialog } from '../confirm-dialog.tsx';
import { Dialog } from '../dialog.tsx';
import { Field } from '../field.tsx';
import { IconButton } from '../icon-button.tsx';
import { Input } from '../input.tsx';
import { Menu, MenuCheck, MenuGroup, MenuItem, MenuLine, MenuLink } from '../menu.tsx';
import { PanelSection, SidePanel } from '../side-panel.tsx';
import { useToast } from '../toast.tsx';
import { Row, Story } from './story.tsx';

const nothing = () => {};

// oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/control-has-associated-label -- MenuLink writes the words
const HERE = <a href="#overlays" />;

export function OverlaysStory() {
  return (
    <Story id="overlays" title="What opens">
      <Row>
        <DialogStory />
        <QuestionStory />
        <BesideStory />
        <MenuStory />
        <ToastStory />
      </Row>
      <PanelStory />
    </Story>
  );
}

function DialogStory() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open a dialog</Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="Invite a colleague"
        description="They get a mail with a link that works for seven days."
        footer={
          <>
            <Button size="m" onClick={() => setOpen(false)}>
              Go back
            </Button>
            <Button kind="primary" size="m" onClick={() => setOpen(false)}>
              Send the invitation
            </Button>
          </>
        }
      >
        <Field label="Mail address" required>
          <Input type="email" placeholder="ana@termika.example" />
        </Field>
      </Dialog>
    </>
  );
}

function QuestionStory() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="danger" onClick={() => setOpen(true)}>
        Ask first
      </Button>
      <ConfirmDialog
        open={open}
        onClose={() => setOpen(false)}
        onConfirm={() => setOpen(false)}
        kind="danger"
        title="Cancel the meeting with Hélène Castaing?"
        action="Cancel the meeting"
        keep="Keep it"
      >
        Hélène and Chloé get a mail at once, and 11:00 is free again.
      </ConfirmDialog>
    </>
  );
}

function BesideStory() {
  const [open, setOpen] = useState(false);
  const here = useRef<HTMLButtonElement>(null);
  const close = () => setOpen(false);
  return (
    <>
      <Button ref={here} onClick={() => setOpen(true)}>
        Ask beside it
      </Button>
      {open && (
        <AskBeside
          anchor={here}
          title="Propose Ewa again?"
          action="Switch Ewa on"
          onConfirm={close}
          onClose={close}
        >
          With 3 meetings, Ewa comes first, before Bo. Other rotations do not change.
        </AskBeside>
      )}
    </>
  );
}

function MenuStory() {
  const [mine, setMine] = useState(true);
  return (
    <Menu trigger={<IconButton kind="plain" icon={Ellipsis} label="More" />} align="start">
      <MenuItem icon={Pencil} shortcut="E" onSelect={nothing}>
        Edit
      </MenuItem>
      <MenuLink render={HERE}>Show as a visitor sees it</MenuLink>
      <MenuItem disabled onSelect={nothing}>
        Reopen
      </MenuItem>
      <MenuLine />
      <MenuGroup label="Columns">
        <MenuCheck checked={mine} onChange={setMine}>
          Host
        </MenuCheck>
      </MenuGroup>
      <MenuLine />
      <MenuItem danger icon={Trash2} onSelect={nothing}>
        Delete
      </MenuItem>
    </Menu>
  );
}

function ToastStory() {
  const toast = useToast();
  return (
    <>
      <Button
        onClick={() =>
          toast.undo({
            text: 'Meeting with Nathalie Roux moved to Bo',
            onUndo: () => toast.done('Taken back'),
          })
        }
      >
        Something to undo
      </Button>
      <Button onClick={() => toast.failed('The booking could not be saved. Nothing was lost.', nothing)}>
        Something failed
      </Button>
    </>
  );
}

function PanelStory() {
  const [open, setOpen] = useState(false);
  return (
    <div className="relative flex h-72 min-w-0 overflow-hidden rounded-r border border-line">
      <div className="min-w-0 flex-1 p-4">
        <Button onClick={() => setOpen(!open)}>Open the row</Button>
      </div>
      {open && (
        <SidePanel
          label="Booking of Nathalie Roux"
          onClose={() => setOpen(false)}
          head={<State shape="booked">Scheduled</State>}
        >
          <PanelSection>
            <p className="text-faint">Product demo · 45 min</p>
            <p className="text-20 font-semibold">Wed 2 December, 14:00 – 14:45</p>
          </PanelSection>
          <PanelSection title="Answers">Heat losses at the door of line 2.</PanelSection>
        </SidePanel>
      )}
    </div>
  );
}
