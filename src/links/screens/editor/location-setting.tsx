import { useLinkWords } from '../words.ts';
import { useEditing } from './editing.tsx';
import { SettingRow } from './section.tsx';
import { ChoiceSetting, TextSetting } from './settings.tsx';

const PLACES = ['none', 'video', 'phone', 'address', 'ask'] as const;
const ROOMS = ['one', 'host', 'meet', 'teams', 'jitsi'] as const;
const JITSI = 'https://meet.jit.si';

/** Where meetings take place (B7); by video, in whose room. */
export function LocationSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const kind = link.location?.kind ?? 'none';
  return (
    <>
      <SettingRow>
        <ChoiceSetting
          path="location.kind"
          label={t('page.place')}
          items={PLACES.map((value) => ({ value, label: t(`place.${value}`) }))}
          value={kind}
          onChange={(next) => edit({ location: next === 'none' ? null : { kind: next } }, true)}
        />
        {kind === 'video' ? <RoomSetting /> : <PlaceSetting />}
      </SettingRow>
      {kind === 'video' && hasAddress(link.location?.room) && (
        <SettingRow>
          <PlaceSetting />
        </SettingRow>
      )}
    </>
  );
}

function RoomSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const room = link.location?.room ?? 'one';
  const hint = HINTS[room];
  const choose = (next: (typeof ROOMS)[number]) =>
    edit({ location: { kind: 'video', ...OF_ROOM[next] } }, true);
  return (
    <ChoiceSetting
      path="location.room"
      label={t('place.room')}
      hint={hint && t(hint)}
      items={ROOMS.map((value) => ({ value, label: t(NAMES[value]) }))}
      value={room}
      onChange={choose}
    />
  );
}

const NAMES = {
  one: 'place.roomOne',
  host: 'place.roomHost',
  meet: 'place.roomMeet',
  teams: 'place.roomTeams',
  jitsi: 'place.roomJitsi',
} as const;

const HINTS = {
  one: undefined,
  host: 'place.roomHostHint',
  meet: 'place.roomMeetHint',
  teams: 'place.roomTeamsHint',
  jitsi: undefined,
} as const;

const OF_ROOM = {
  one: {},
  host: { room: 'host' },
  meet: { room: 'meet' },
  teams: { room: 'teams' },
  jitsi: { room: 'jitsi', value: JITSI },
} as const;

/** The others have one of their own. */
function hasAddress(room: string | undefined): boolean {
  return room === undefined || room === 'jitsi';
}

function PlaceSetting() {
  const t = useLinkWords();
  const { link, edit } = useEditing();
  const { kind, room, value } = link.location ?? { kind: 'ask' };
  if (kind === 'ask') return null;
  const named = room === 'jitsi' ? room : kind;
  return (
    <TextSetting
      path="location.value"
      label={t(`place.${named}Value`)}
      hint={t(`place.${named}Hint`)}
      type={kind === 'video' ? 'url' : kind === 'phone' ? 'tel' : 'text'}
      placeholder={kind === 'video' ? 'https://' : undefined}
      value={value ?? ''}
      onChange={(text) =>
        edit({ location: { kind, ...(room && { room }), ...(text.trim() && { value: text }) } })
      }
    />
  );
}
