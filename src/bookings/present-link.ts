import type { z } from '#platform/http/fields.ts';
import type { Platform } from '#platform/platform.ts';
import { candidateIds } from '#links/link.ts';
import { hostsOf } from '#links/bookable.ts';
import { readHostStates } from '#links/store-of-hosts.ts';
import type { FoundLink } from '#links/store-public.ts';
import type { linkPage } from './public-answers.ts';

/** What a page about a link needs and nothing more (ABUSE 20): no ids, no addresses of people. */
export async function presentLinkToVisitor(
  platform: Platform,
  found: FoundLink,
): Promise<z.infer<typeof linkPage>> {
  const { link, workspace } = found;
  const { settings } = link;
  return {
    title: link.title,
    kind: link.kind,
    description: settings.description,
    footer: settings.footer,
    workspace: { name: workspace.name, slug: workspace.slug, accent: workspace.accent },
    slug: link.slug,
    durationsMinutes: settings.durationsMinutes,
    incrementMinutes: settings.incrementMinutes,
    timeZone: settings.timeZone,
    language: settings.language,
    location: settings.location && { kind: settings.location.kind },
    questions: settings.questions.map(({ field: _ours, ...question }) => question),
    consents: settings.consents.map(({ version: _ours, ...consent }) => consent),
    guests: settings.guests,
    hosts: (await namesForStrangers(platform, found)).map((name) => ({ name })),
    redirectUrl: settings.redirectUrl,
  };
}

const MOST_NAMES = 20;

/** Nobody where owners come first (C5); `hostNames` names those of a visitor whom the page knows. */
async function namesForStrangers(platform: Platform, found: FoundLink): Promise<string[]> {
  return found.link.settings.ownerFirst === 'off' ? hostNames(platform, found) : [];
}

/**
 * Who can host, in the order of the list (B4), whoever's calendar cannot be read just now among them (A9); a link with
 * more hosts than fit a page names none of them.
 */
export async function hostNames(platform: Platform, { link }: FoundLink): Promise<string[]> {
  const ids = candidateIds(link.settings);
  if (ids.length > MOST_NAMES) return [];
  const hosts = hostsOf(link, await readHostStates(platform, link.workspaceId, ids));
  const able = hosts.filter(({ bookable }) =>
    bookable.reasons.every((reason) => reason === 'calendar-stale'),
  );
  return able.map(({ name }) => name);
}
