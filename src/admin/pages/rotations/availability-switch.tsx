import { useRef, useState, type RefObject } from 'react';
import { firstName } from '#bookings/screens/called.ts';
import type { QueueItem, WholeRotation } from '#rotations/screens/rotation-queries.ts';
import { useRotationWords } from '#rotations/screens/words.ts';
import { AskBeside } from '#ui/ask-beside.tsx';
import { Switch } from '#ui/switch.tsx';
import { useToast } from '#ui/toast.tsx';
import { useRefusal, useAvailability } from './use-rotation.ts';
import { useWhatFollows } from './use-what-follows.ts';

interface AvailabilitySwitchProps {
  rotation: WholeRotation;
  item: QueueItem;
}

/** R8: on or off in this rotation, once what follows has been read. */
export function AvailabilitySwitch({ rotation, item }: AvailabilitySwitchProps) {
  const t = useRotationWords();
  const [isAsking, setAsking] = useState(false);
  const here = useRef<HTMLElement>(null);
  return (
    <>
      <Switch
        ref={here}
        className="justify-end"
        aria-label={t('queue.switch', { name: item.name })}
        checked={item.available}
        onChange={() => setAsking(true)}
      />
      {isAsking && (
        <Question rotation={rotation} item={item} anchor={here} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

interface QuestionProps extends AvailabilitySwitchProps {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
}

function Question({ rotation, item, anchor, onClose }: QuestionProps) {
  const t = useRotationWords();
  const toast = useToast();
  const { mutate, isPending, error } = useAvailability(rotation.id);
  // The question is about what was asked, also while its answer is on its way to the queue.
  const [asked] = useState(item);
  const follows = useWhatFollows(rotation.queue, asked);
  const name = firstName(asked.name);
  const way = asked.available ? 'Off' : 'On';
  const turn = () =>
    mutate(
      { memberId: asked.memberId, available: !asked.available },
      {
        onSuccess: () => {
          onClose();
          toast.done(t(`turn.done${way}`, { name: asked.name }));
        },
      },
    );
  return (
    <AskBeside
      anchor={anchor}
      title={t(`turn.title${way}`, { name })}
      action={t(`turn.action${way}`, { name })}
      onConfirm={turn}
      onClose={onClose}
      busy={isPending}
      error={useRefusal(error)}
    >
      {follows}
    </AskBeside>
  );
}
