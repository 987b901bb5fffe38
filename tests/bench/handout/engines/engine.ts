import type { FontManifest } from '../../../../electron/services/handouts/fonts/font-store.ts';
import type { BenchDocument } from '../content.ts';

/** One way to make a PDF, opened once in a process of its own. */
export interface Engine {
  render(document: BenchDocument): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** The same font files for each engine. */
export interface Fonts {
  folder: string;
  manifest: FontManifest;
}

export type OpenEngine = (fonts: Fonts) => Promise<Engine>;

/** The same type for each engine, in points: Letter paper, 15 mm margins, our own sizes and leading. */
export const style = {
  margin: 42.52,
  leading: 1.22,
  body: 12,
  headings: { 1: 20.4, 2: 16.2, 3: 13.8 },
  indent: 18,
  /** Space above what is not a heading, and above headings. */
  above: 3.6,
  aboveHeading: { 1: 6, 2: 18, 3: 9.6 },
};
