import { Plus, Unplug } from 'lucide-react';
import { Button } from '../button.tsx';
import { Card } from '../card.tsx';
import { Empty } from '../empty.tsx';
import { Note } from '../note.tsx';
import { Problem } from '../problem.tsx';
import { Skeleton } from '../skeleton.tsx';
import { LONG_NAME, Story } from './story.tsx';

const nothing = () => {};

export function NoticesStory() {
  return (
    <Story id="notices" title="What is said">
      <Note title="They offer times until 14 February 2027">Public holidays included.</Note>
      <Note
        tone="wait"
        icon={Unplug}
        title="Thursday 3 December, 14:00 needs a host"
        action={<Button>Choose a host</Button>}
      >
        Piotr was deactivated yesterday; Bo and Chloé are free.
      </Note>
      <Note tone="danger" icon={Unplug} title="Mails cannot be sent">
        The server refuses the password. {LONG_NAME}
      </Note>
      <Note tone="accent">Times are shown as visitors in Gdańsk see them.</Note>
      <Lists />
    </Story>
  );
}

function Lists() {
  return (
    <div className="grid min-w-0 grid-cols-2 gap-4 max-tablet:grid-cols-1">
      <Card title="Links" flush>
        <Empty
          title="Share your first link"
          action={
            <Button kind="primary" size="m" icon={Plus} shortcut="C">
              New link
            </Button>
          }
          second={
            <Button kind="quiet" size="m">
              Look at an example
            </Button>
          }
        >
          A link shows visitors when you are free and lets them take a time.
        </Empty>
      </Card>
      <Card title="Contacts" aside={<span className="text-faint">Loading</span>} flush>
        <Skeleton rows={5} />
        <Problem title="Contacts could not be loaded" onRetry={nothing} reference="7F3K-20">
          The server did not answer in 10 s. Nothing was lost.
        </Problem>
      </Card>
    </div>
  );
}
