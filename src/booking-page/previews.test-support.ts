import type { Termika } from '../../demo/open-termika.ts';

/** A page of a link as a colleague's browser gets it before visitors do. */
export async function lookAt(
  { call }: Pick<Termika, 'call'>,
  linkId: string,
  query: Record<string, string> = {},
): Promise<{ status: number; html: string; headers: Headers }> {
  const { status, body, headers } = await call(
    'GET',
    `/admin/preview/${linkId}?${new URLSearchParams(query)}`,
    undefined,
    undefined,
    { 'accept-encoding': 'identity' },
  );
  return { status, html: body as string, headers };
}

/** What must be the same: all of a page but where it stands, what is new each time, and what says that it is a preview. */
export function asVisitorsSee(html: string, { id, slug }: { id: string; slug: string }): string {
  return html
    .replaceAll(`/admin/preview/${id}`, `/termika/${slug}`)
    .replaceAll(/(nonce|name="(?:key|form)" value)="[^"]*"/g, '$1=""')
    .replace(/(<style[^>]*>)[\s\S]*?(?=<\/style>)/, '$1')
    .replace(/<aside class="preview"[\s\S]*?<\/aside>/, '')
    .replace('<meta name="robots" content="noindex" />', '')
    .replaceAll(/\s+/g, ' ');
}
