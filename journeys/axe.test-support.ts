import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}

interface Axe {
  run(where: unknown, how: unknown): Promise<{ violations: Violation[] }>;
}

/** What axe-core has to say about what is shown now, a line for each thing; empty when all is well. */
export async function findings(page: Page, only?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe);
  // The focus guards of dialogs hand the focus on as soon as they get it, which axe cannot see.
  const violations = await page.evaluate(async (rules) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const where = { include: ['body'], exclude: ['[data-base-ui-focus-guard]'] };
    return (await axe.run(where, { resultTypes: ['violations'], ...(rules && { runOnly: rules }) }))
      .violations;
  }, only);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
