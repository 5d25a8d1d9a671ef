import type { Explanation, Reason } from './times-queries.ts';

export interface Explained {
  /** What holds for the link, whoever the host is. */
  ofLink: Reason[];
  hosts: { memberId: string; name: string; reasons: Reason[] }[];
}

/**
 * The answer repeats what the link says at every host, and hours of the link come as each host's: here each
 * reason is said once, at what it belongs to.
 */
export function explained({ reasons, hosts }: Explanation): Explained {
  const ofLink = [...reasons];
  for (const reason of hosts.flatMap((host) => host.reasons))
    if (belongsToLink(reason) && !ofLink.some((one) => isSame(one, reason))) ofLink.push(reason);
  return {
    ofLink,
    hosts: hosts.map(({ memberId, name, reasons: all }) => ({
      memberId,
      name,
      reasons: all.filter((reason) => !ofLink.some((one) => isSame(one, reason))),
    })),
  };
}

function belongsToLink({ code, detail }: Reason): boolean {
  return (code === 'outside-hours' || code === 'holiday') && detail.startsWith('link');
}

function isSame(one: Reason, other: Reason): boolean {
  return one.code === other.code && one.detail === other.detail;
}
