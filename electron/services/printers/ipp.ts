/**
 * A small IPP client (RFC 8010, 8011) for the print service of this computer. The npm package `ipp` asks for Node below 4
 * and accepts any address; this one speaks to loopback only and reads answers strictly.
 */
import { request } from 'node:http';

export const operations = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJob: 0x0009,
  getPrinter: 0x000b,
  cupsDefault: 0x4001,
  cupsPrinters: 0x4002,
} as const;

const tags = {
  operation: 0x01,
  job: 0x02,
  end: 0x03,
  printer: 0x04,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
} as const;

type Value = string | number | boolean;
export type Attribute = [
  tag: 'integer' | 'boolean' | 'enum' | 'name' | 'keyword' | 'uri' | 'mime',
  name: string,
  ...values: Value[],
];
export type Group = Map<string, Value[]>;

export interface IppAnswer {
  status: number;
  jobs: Group[];
  printers: Group[];
}

export interface IppServer {
  host: string;
  port: number;
}

const short = (value: number) => Buffer.from([value >> 8, value & 255]);

function encodeValue(tag: number, value: Value): Buffer {
  if (tag === tags.integer || tag === tags.enum) {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(Number(value));
    return bytes;
  }
  return tag === tags.boolean ? Buffer.from([value ? 1 : 0]) : Buffer.from(String(value));
}

function encodeAttribute(tag: number, name: string, values: Value[]): Buffer {
  return Buffer.concat(
    values.map((value, index) => {
      const key = Buffer.from(index === 0 ? name : '');
      const bytes = encodeValue(tag, value);
      return Buffer.concat([Buffer.from([tag]), short(key.length), key, short(bytes.length), bytes]);
    }),
  );
}

function encode(operation: number, attributes: Attribute[], job: Attribute[], document?: Uint8Array): Buffer {
  const put = ([tag, name, ...values]: Attribute) => encodeAttribute(tags[tag], name, values);
  return Buffer.concat([
    Buffer.from([2, 0]),
    short(operation),
    Buffer.from([0, 0, 0, 1, tags.operation]),
    encodeAttribute(tags.charset, 'attributes-charset', ['utf-8']),
    encodeAttribute(tags.language, 'attributes-natural-language', ['en']),
    ...attributes.map(put),
    ...(job.length > 0 ? [Buffer.from([tags.job]), ...job.map(put)] : []),
    Buffer.from([tags.end]),
    document ?? Buffer.alloc(0),
  ]);
}

function decodeValue(tag: number, bytes: Buffer): Value {
  if ((tag === tags.integer || tag === tags.enum) && bytes.length === 4) return bytes.readInt32BE();
  if (tag === tags.boolean) return bytes[0] === 1;
  return bytes.toString('utf8');
}

function decode(bytes: Buffer): IppAnswer {
  const answer: IppAnswer = { status: bytes.readUInt16BE(2), jobs: [], printers: [] };
  let group: Group = new Map();
  let values: Value[] = [];
  let at = 8;
  while (at < bytes.length) {
    const tag = bytes[at] as number;
    at += 1;
    if (tag === tags.end) break;
    if (tag < 0x10) {
      group = new Map();
      if (tag === tags.job) answer.jobs.push(group);
      if (tag === tags.printer) answer.printers.push(group);
      continue;
    }
    const nameLength = bytes.readUInt16BE(at);
    const name = bytes.toString('utf8', at + 2, at + 2 + nameLength);
    at += 2 + nameLength;
    const valueLength = bytes.readUInt16BE(at);
    if (name !== '') {
      values = [];
      group.set(name, values);
    }
    values.push(decodeValue(tag, bytes.subarray(at + 2, at + 2 + valueLength)));
    at += 2 + valueLength;
  }
  return answer;
}

/** One request, at most `timeout` milliseconds. Rejects when the service does not answer or answers nonsense. */
export function ippCall(
  server: IppServer,
  path: string,
  operation: number,
  attributes: Attribute[],
  job: Attribute[] = [],
  document?: Uint8Array,
  timeout = 15_000,
): Promise<IppAnswer> {
  const body = encode(operation, attributes, job, document);
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
            if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
            resolve(decode(Buffer.concat(chunks)));
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
