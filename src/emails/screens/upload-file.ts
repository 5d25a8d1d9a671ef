import type { EmailFile } from '../email.ts';
import { queryString, RequestProblem } from '#ui/request.ts';

/** Sends a file's bytes; refusals and an unreachable server are thrown as RequestProblem. */
export async function uploadFile(file: File): Promise<EmailFile> {
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(file.type) ? file.type : undefined;
  const path = `/api/email-files${queryString({ name: file.name.slice(0, 200), type })}`;
  const headers = { 'content-type': 'application/octet-stream' };
  const response = await fetch(path, { method: 'POST', headers, body: file }).catch(() => {
    throw new RequestProblem(0);
  });
  const said = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  if (!response.ok) throw new RequestProblem(response.status, said);
  return said as unknown as EmailFile;
}
