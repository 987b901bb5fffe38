/** Bytes of IPP requests and answers (RFC 8010, section 3). Answers are read strictly: a cut one throws. */

const tags = {
  operation: 0x01,
  job: 0x02,
  end: 0x03,
  printer: 0x04,
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  range: 0x33,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mime: 0x49,
  memberName: 0x4a,
} as const;

/** The lowest and the highest number of a range. */
type Range = [lowest: number, highest: number];
export type Value = string | number | boolean;
export type Attribute = [
  tag: 'integer' | 'boolean' | 'enum' | 'name' | 'keyword' | 'uri' | 'mime',
  name: string,
  ...values: Value[],
];
export type Group = Map<string, (Value | Range)[]>;

export interface IppRequest {
  operation: number;
  attributes: Attribute[];
  job?: Attribute[];
  document?: Uint8Array;
}

export interface IppAnswer {
  /** RFC 8011, appendix B: below 0x0100 all is well, from 0x0400 it was refused. */
  status: number;
  jobs: Group[];
  printers: Group[];
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

export function encodeRequest({ operation, attributes, job = [], document }: IppRequest): Buffer {
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

function decodeValue(tag: number, bytes: Buffer): Value | Range {
  if ((tag === tags.integer || tag === tags.enum) && bytes.length === 4) return bytes.readInt32BE();
  if (tag === tags.range && bytes.length === 8) return [bytes.readInt32BE(), bytes.readInt32BE(4)];
  if (tag === tags.boolean) return bytes[0] === 1;
  return bytes.toString('utf8');
}

/** Collections are not used here: their members are read over. */
export function decodeAnswer(bytes: Buffer): IppAnswer {
  const answer: IppAnswer = { status: bytes.readUInt16BE(2), jobs: [], printers: [] };
  let group: Group = new Map();
  let values: (Value | Range)[] = [];
  let at = 8;
  for (;;) {
    const tag = bytes.readUInt8(at);
    at += 1;
    if (tag === tags.end) return answer;
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
    if (tag !== tags.memberName) values.push(decodeValue(tag, bytes.subarray(at + 2, at + 2 + valueLength)));
    at += 2 + valueLength;
  }
}

export const first = (group: Group | undefined, name: string) => group?.get(name)?.[0];
export const words = (group: Group | undefined, name: string) => (group?.get(name) ?? []).map(String);
export const numbers = (group: Group | undefined, name: string) =>
  (group?.get(name) ?? []).filter((value) => typeof value === 'number');
export const ranges = (group: Group | undefined, name: string) =>
  (group?.get(name) ?? []).filter((value) => Array.isArray(value));
