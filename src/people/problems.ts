import { invalid, notAllowed, notFound, Problem } from '#platform/refusal.ts';
import type { AddRefusal } from './add-member.ts';
import type { TokenRefusal } from './accept-invitation.ts';

type MemberRefusal = AddRefusal | 'unknown' | 'not-yours' | 'last-owner';

/** What a caller reads when an act about a member is refused. */
export function memberProblem(refused: MemberRefusal): Problem {
  return PROBLEMS[refused]();
}

const PROBLEMS: Record<MemberRefusal, () => Problem> = {
  unknown: notFound,
  'not-yours': () =>
    notAllowed('Only admins change members; you may change your own name, time zone and language.'),
  'only-owners': () => notAllowed('Only an owner makes owners and changes them.'),
  'last-owner': () =>
    new Problem(409, 'conflict', 'This is the last active owner. Make somebody else an owner first.'),
  'email-taken': () => new Problem(409, 'taken', 'A member has this e-mail address already.'),
  'no-such-list': () => invalid({ path: 'holidayListId', message: 'There is no holiday list with this id.' }),
};

/** Unknown and altered tokens 404; used and run out 410. */
export function tokenProblem(refused: TokenRefusal): Problem {
  if (refused === 'unknown') return notFound();
  const why = refused === 'used' ? 'This link was used already.' : 'This link has run out.';
  return new Problem(410, 'expired', `${why} Ask for a fresh one.`);
}
