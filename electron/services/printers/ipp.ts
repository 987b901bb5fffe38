/**
 * A small IPP client (RFC 8010, 8011) for the print service of this computer. The npm package `ipp` asks for Node below 4
 * and accepts any address; this one speaks to loopback only and reads answers strictly.
 */
import { request } from 'node:http';
import { decodeAnswer, encodeRequest, type IppAnswer, type IppRequest } from './ipp-codec.ts';

export const operations = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJob: 0x0009,
  getJobs: 0x000a,
  getPrinter: 0x000b,
  cupsDefault: 0x4001,
  cupsPrinters: 0x4002,
} as const;

/** Somebody who answers IPP on this computer: CUPS, or a printer on USB behind ipp-usb. */
export interface IppServer {
  host: '127.0.0.1' | '::1' | 'localhost';
  port: number;
}

/** The service answered, but not with IPP: 401 and 403 mean that it wants a name and password first. */
export class HttpRefusal extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`HTTP ${status}`);
    this.name = 'HttpRefusal';
    this.status = status;
  }
}

const loopback = /^(127\.0\.0\.1|localhost|\[::1\]):(\d{1,5})$/;

/** Reads `host:port`; null for any address that is not this computer's own. */
export function loopbackServer(address: string): IppServer | null {
  const match = loopback.exec(address);
  if (!match) return null;
  return { host: (match[1] as string).replace(/[[\]]/g, '') as IppServer['host'], port: Number(match[2]) };
}

/** Where CUPS listens: loopback only, whatever the environment says. */
export function printServer(address = process.env['SALA_CUPS'] ?? '127.0.0.1:631'): IppServer {
  const server = loopbackServer(address);
  if (!server) throw new Error('the print service must be on this computer: SALA_CUPS=127.0.0.1:PORT');
  return server;
}

/** One request, at most `timeout` milliseconds of silence. Rejects when nobody answers, or not in IPP. */
export function ippCall(
  server: IppServer,
  path: string,
  message: IppRequest,
  timeout = 15_000,
): Promise<IppAnswer> {
  const body = encodeRequest(message);
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: server.host,
        port: server.port,
        path,
        method: 'POST',
        headers: { 'Content-Type': 'application/ipp', 'Content-Length': body.length },
        timeout,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          try {
            if (response.statusCode !== 200) throw new HttpRefusal(response.statusCode ?? 0);
            resolve(decodeAnswer(Buffer.concat(chunks)));
          } catch (error) {
            reject(error as Error);
          }
        });
        response.on('error', reject);
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('the print service did not answer')));
    sent.on('error', reject);
    sent.end(body);
  });
}
