/** Runs the engines in turn and keeps their figures. */
import path from 'node:path';
import type { BenchDocument } from './content.ts';
import { EngineProcess } from './process.ts';
import { readBack, type ReadBack } from './read-back.ts';

/** File in `engines/`, name in print, and the most documents of a round. The first is ours. */
const engines = [
  { file: 'sala', name: 'Sala', most: 30 },
  { file: 'react-pdf', name: '@react-pdf/renderer', most: 30 },
  { file: 'pdfmake', name: 'pdfmake', most: 30 },
  { file: 'chromium', name: 'Chromium', most: 12 },
];

export interface Measured {
  name: string;
  back: ReadBack;
  cold: Times;
  warm: Times;
  bytes: number;
  /** Megabytes: the engine's process at its highest, and the processes it started. */
  memory: { peak: number; others: number };
}

export interface Times {
  /** Milliseconds, the median. */
  ms: number;
  /** Milliseconds that 95 of 100 stay within. */
  most: number;
  /** How many times as long as ours: the median of the turns, each beside our time in that turn. */
  ratio: number;
}

/** How often each engine is started for the cold figure beside the rounds, and drawn before the warm one. */
export interface Effort {
  rounds: number;
  coldStarts: number;
  documents: number;
}
const warmUps = 3;

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? NaN, sorted[Math.floor(middle)] ?? NaN];
  return (low + high) / 2;
}

/** The value that `share` of them stay within, by nearest rank. */
const quantile = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? NaN;

/** Times of one engine and ours, turn by turn. */
const timesOf = (times: number[], ours: number[]): Times => ({
  ms: median(times),
  most: quantile(times, 0.95),
  ratio: median(times.map((time, turn) => time / (ours[turn] ?? NaN))),
});

interface Figures {
  cold: number[];
  warm: number[];
  peak: number[];
  others: number[];
  pdf: Uint8Array;
}

/** Starts each engine and ends it again. */
async function startCold(jobFile: string, all: Figures[]): Promise<void> {
  for (const [index, { file }] of engines.entries()) {
    const engine = new EngineProcess(file, jobFile);
    all[index]?.cold.push(await engine.cold);
    await engine.end();
  }
}

/** Asks the engines in turn, one document each, until each has made `documents` or as many as it is given. */
async function askInTurn(open: EngineProcess[], documents: number): Promise<number[][]> {
  const times = engines.map((): number[] => []);
  for (let turn = 0; turn < warmUps + documents; turn += 1)
    for (const [index, engine] of open.entries()) {
      if (turn >= warmUps + (engines[index]?.most ?? 0)) continue;
      const time = await engine.render();
      if (turn >= warmUps) times[index]?.push(time);
    }
  return times;
}

/** One process of each engine, all open at once. `ours` gets our times again for each engine's turns. */
async function round(jobFile: string, documents: number, all: Figures[], ours: number[][]): Promise<void> {
  const open: EngineProcess[] = [];
  for (const [index, { file }] of engines.entries()) {
    const engine = new EngineProcess(file, jobFile);
    all[index]?.cold.push(await engine.cold);
    open.push(engine);
  }
  const times = await askInTurn(open, documents);
  for (const [index, engine] of open.entries()) {
    const figures = all[index] as Figures;
    const own = times[index] ?? [];
    const { peak, others } = await engine.memory();
    figures.warm.push(...own);
    ours[index]?.push(...(times[0] ?? []).slice(0, own.length));
    figures.peak.push(peak);
    figures.others.push(others);
    figures.pdf = await engine.pdf();
    await engine.end();
  }
}

/** All engines over one document. */
export async function measure(
  document: BenchDocument,
  jobFile: string,
  folder: string,
  { rounds, coldStarts, documents }: Effort,
): Promise<Measured[]> {
  const all = engines.map((): Figures => ({
    cold: [],
    warm: [],
    peak: [],
    others: [],
    pdf: new Uint8Array(),
  }));
  const ours = engines.map((): number[] => []);
  for (let count = 0; count < coldStarts; count += 1) await startCold(jobFile, all);
  for (let count = 0; count < rounds; count += 1) await round(jobFile, documents, all, ours);
  return engines.map(({ name, file }, index) => {
    const { cold, warm, peak, others, pdf } = all[index] as Figures;
    return {
      name,
      back: readBack(path.join(folder, `${file}.pdf`), pdf, document),
      cold: timesOf(cold, all[0]?.cold ?? []),
      warm: timesOf(warm, ours[index] ?? []),
      bytes: pdf.length,
      memory: { peak: Math.max(...peak), others: Math.max(...others) },
    };
  });
}

/** Resident megabytes of a process of ours after every `step` documents, no two of them alike. */
export async function soak(
  jobFiles: string[],
  documents: number,
  step: number,
): Promise<{ documents: number; now: number }[]> {
  const engine = new EngineProcess('sala', ...jobFiles);
  await engine.cold;
  const out: { documents: number; now: number }[] = [];
  for (let count = 1; count <= documents; count += 1) {
    const name = String.fromCharCode(65 + (count % 26), 97 + ((count * 7) % 26), 97 + ((count * 11) % 26));
    await engine.render(count % jobFiles.length, `${name}-${count}: (555) 01${count % 10}-${1000 + count}`);
    if (count % step === 0) out.push({ documents: count, now: (await engine.memory()).now });
  }
  await engine.end();
  return out;
}
