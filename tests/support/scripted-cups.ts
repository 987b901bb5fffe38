import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { IppServer } from '../../electron/services/printers/ipp.ts';
import { encodeRequest } from '../../electron/services/printers/ipp-codec.ts';

/** An answer's status, and the jobs in it; null: the connection breaks instead. */
export type Answer = { status?: number; jobs?: { id: number; name: string }[] } | null;

/** A request and an answer have the same bytes but for two: the operation, or the status. */
function encodeAnswer({ status = 0, jobs = [] }: NonNullable<Answer>): Buffer {
  const end = 1;
  const head = encodeRequest({ operation: status, attributes: [] }).subarray(0, -end);
  const groups = jobs.map(({ id, name }) =>
    encodeRequest({
      operation: 0,
      attributes: [],
      job: [
        ['integer', 'job-id', id],
        ['name', 'job-name', name],
        ['name', 'job-originating-user-name', 'sala'],
        ['uri', 'job-printer-uri', 'ipp://localhost/printers/Clinic'],
      ],
    }).subarray(head.length, -end),
  );
  return Buffer.concat([head, ...groups, Buffer.from([3])]);
}

/** Answers IPP on loopback as a CUPS does that a real one cannot be brought to in time. `words`: the request as text. */
export async function scriptedCups(answer: (operation: number, words: string) => Answer): Promise<IppServer> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const said = answer(body.readUInt16BE(2), body.toString('latin1'));
      if (said) response.end(encodeAnswer(said));
      else request.socket.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}
