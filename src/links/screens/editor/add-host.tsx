import { Plus, X } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '#ui/button.tsx';
import { focusOnce } from '#ui/focus.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { Menu, MenuGroup, MenuItem } from '#ui/menu.tsx';
import { MemberPicker } from '#people/screens/member-picker.tsx';
import { membersQuery, teamsQuery, type Team } from '#people/screens/member-queries.ts';
import { whyNoHost } from '#people/screens/can-host.ts';
import { useLinkWords } from '../words.ts';

interface AddHostProps {
  taken: readonly string[];
  onAdd: (memberIds: string[]) => void;
  /** Whole teams can be added where many take turns. */
  teams?: boolean;
}

/** "Host or team": one is searched for by name, a team adds all of its members who can host. */
export function AddHost({ taken, onAdd, teams = false }: AddHostProps) {
  const t = useLinkWords();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button icon={Plus} onClick={() => setOpen(true)}>
        {t('hosts.add')}
      </Button>
    );
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="w-56 min-w-0">
        <MemberPicker
          hosts
          ref={focusOnce}
          aria-label={t('hosts.search')}
          without={taken}
          value={null}
          onChange={(id) => id && (onAdd([id]), setOpen(false))}
        />
      </span>
      {teams && <TeamMenu taken={taken} onAdd={(ids) => (onAdd(ids), setOpen(false))} />}
      <IconButton icon={X} label={t('hosts.close')} onClick={() => setOpen(false)} />
    </span>
  );
}

function TeamMenu({ taken, onAdd }: { taken: readonly string[]; onAdd: (memberIds: string[]) => void }) {
  const t = useLinkWords();
  const { data: teams } = useQuery(teamsQuery());
  const { data: members } = useQuery(membersQuery());
  if (!teams || teams.length === 0) return null;
  const newOf = (team: Team) =>
    team.memberIds.filter((id) => {
      const member = members?.find((one) => one.id === id);
      return member && whyNoHost(member) === null && !taken.includes(id);
    });
  return (
    <Menu trigger={<Button>{t('hosts.team')}</Button>}>
      <MenuGroup label={t('hosts.teams')}>
        {teams.map((team) => (
          <MenuItem key={team.id} disabled={newOf(team).length === 0} onSelect={() => onAdd(newOf(team))}>
            {t('hosts.addTeam', { name: team.name, count: newOf(team).length })}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  );
}
