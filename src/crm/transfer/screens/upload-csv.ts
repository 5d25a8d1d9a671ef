import { queryString, RequestProblem } from '#ui/request.ts';
import type { ImportKind, ImportView } from './import-queries.ts';

/** Sends the file's bytes as they are; `onProgress` hears from 0 to 1. Refusals are thrown as RequestProblem. */
export function uploadCsv(
  kind: ImportKind,
  file: File,
  onProgress: (sent: number) => void,
): Promise<ImportView> {
  return new Promise((resolve, reject) => {
    const sending = new XMLHttpRequest();
    sending.open('POST', `/api/imports${queryString({ kind, name: file.name.slice(0, 200) })}`);
    sending.setRequestHeader('content-type', 'text/csv');
    sending.responseType = 'json';
    sending.upload.addEventListener(
      'progress',
      ({ loaded, total }) => total > 0 && onProgress(loaded / total),
    );
    sending.addEventListener('error', () => reject(new RequestProblem(0)));
    sending.addEventListener('load', () => {
      const said: unknown = sending.response;
      if (sending.status === 201) resolve(said as ImportView);
      else reject(new RequestProblem(sending.status, (said ?? {}) as Record<string, unknown>));
    });
    sending.send(file);
  });
}
