import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { Trash2, UsersRound } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { Empty } from '#ui/empty.tsx';
import { Field } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Problem } from '#ui/problem.tsx';
import { request } from '#ui/request.ts';
import { SaveConflict } from '#ui/save-conflict.tsx';
import { SavedText } from '#ui/saved-text.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useToast } from '#ui/toast.tsx';
import { patching, useAutosave } from '#ui/use-autosave.ts';
import { MembersPicker } from './member-picker.tsx';
import { teamsQuery, type Team } from './member-queries.ts';
import { useMemberName } from './who.tsx';
import { usePeopleWords } from './words.ts';

/** Teams with who is in them; who may change settings edits them where they stand. */
export function Teams({ editable, onNew }: { editable: boolean; onNew: () => void }) {
  const t = usePeopleWords();
  const teams = useQuery(teamsQuery());
  if (teams.isPending) return <Skeleton rows={3} row="text" />;
  if (teams.isError) return <Problem title={t('teams.failed')} onRetry={() => void teams.refetch()} />;
  if (teams.data.length === 0) {
    const first = editable && (
      <Button kind="primary" icon={UsersRound} onClick={onNew}>
        {t('teams.make')}
      </Button>
    );
    return (
      <Empty title={t('teams.none')} action={first}>
        {t('teams.what')}
      </Empty>
    );
  }
  return (
    <ul className="grid gap-4">
      {teams.data.map((team) => (
        <li key={team.id} className="rounded-r border border-line p-4">
          {editable ? <TeamEdit team={team} /> : <TeamShown team={team} />}
        </li>
      ))}
    </ul>
  );
}

function TeamShown({ team }: { team: Team }) {
  const name = useMemberName();
  return (
    <>
      <h3 className="font-semibold wrap-anywhere">
        <bdi>{team.name}</bdi>
      </h3>
      <p className="wrap-anywhere text-muted">{team.memberIds.map(name).join(', ')}</p>
    </>
  );
}

function TeamEdit({ team }: { team: Team }) {
  const t = usePeopleWords();
  const queries = useQueryClient();
  const remove = useRemove();
  const autosave = useAutosave<Team>({
    present: team,
    send: patching(`/api/teams/${team.id}`),
    accept: (kept) => replaceTeam(queries, kept),
  });
  const { draft, save, errors } = autosave;
  return (
    <div className="grid gap-3">
      <SaveConflict
        autosave={autosave}
        names={{ name: t('teams.name'), memberIds: t('teams.members') }}
        show={(_, value) => <Shown value={value} />}
      />
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <SavedText
            label={t('teams.name')}
            value={team.name}
            error={errors.name}
            maxLength={120}
            onSave={(name) => save({ name })}
          />
        </div>
        <IconButton
          icon={Trash2}
          size="m"
          label={t('teams.remove', { name: team.name })}
          onClick={() => void remove(team)}
        />
      </div>
      <Field label={t('teams.members')} error={errors.memberIds}>
        <MembersPicker value={draft.memberIds} onChange={(memberIds) => void save({ memberIds })} />
      </Field>
    </div>
  );
}

function Shown({ value }: { value: Team[keyof Team] }) {
  const name = useMemberName();
  return Array.isArray(value) ? value.map(name).join(', ') : value;
}

function replaceTeam(queries: QueryClient, kept: Team): void {
  queries.setQueryData(teamsQuery().queryKey, (teams) =>
    teams?.map((one) => (one.id === kept.id ? kept : one)),
  );
}

export async function makeTeam(
  queries: QueryClient,
  body: { name: string; memberIds: string[] },
): Promise<Team> {
  const made = await request<Team>('POST', '/api/teams', { body });
  await queries.invalidateQueries({ queryKey: teamsQuery().queryKey });
  return made;
}

/** Nobody is told, so it is done at once and can be taken back. */
function useRemove() {
  const t = usePeopleWords();
  const toast = useToast();
  const queries = useQueryClient();
  return async function remove(team: Team): Promise<void> {
    const { name, memberIds } = team;
    try {
      await request('DELETE', `/api/teams/${team.id}`);
      await queries.invalidateQueries({ queryKey: teamsQuery().queryKey });
      const back = () => void makeTeam(queries, { name, memberIds });
      toast.undo({ text: t('teams.removed', { name }), onUndo: back });
    } catch {
      toast.failed(t('failed'), () => void remove(team));
    }
  };
}
