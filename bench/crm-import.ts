import type { StaffedHouse } from '../demo/staff.ts';

export const IMPORTED = 50_000;
const COMPANIES = 5_000;
const COLUMNS = { Name: 'name', 'E-mail': 'emails', Phone: 'phones', Company: 'companyName' };

/** Brings a file of contacts with addresses, phones and companies that are new; seconds from the start to the last row. */
export async function importSeconds(house: StaffedHouse): Promise<number> {
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await house.ask(house.anna, method, path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const { id } = await ask('POST', '/api/imports', { kind: 'contact', name: 'fair.csv', text: file() });
  await ask('PUT', `/api/imports/${id}/mapping`, { columns: COLUMNS, makeCompanies: true });
  const worker = house.work();
  const began = performance.now();
  await ask('POST', `/api/imports/${id}/run`);
  await worker.drain();
  const seconds = (performance.now() - began) / 1000;
  const { state, made } = await ask('GET', `/api/imports/${id}`);
  if (state !== 'done' || made !== IMPORTED) throw new Error(`The import is ${state} with ${made} contacts.`);
  return seconds;
}

function file(): string {
  const rows = Array.from(
    { length: IMPORTED },
    (_, at) =>
      `Visitor ${at},visitor${at}@fair.example,+33 5 61 ${String(at).padStart(6, '0')},Stand ${at % COMPANIES}`,
  );
  return ['Name,E-mail,Phone,Company', ...rows].join('\n');
}
