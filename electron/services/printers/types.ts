import type { JobState, PrinterState } from '../../contract/print-words.ts';
import type { Margins } from '../../contract/printing.ts';

export type Paper = 'letter' | 'a4';

/** What a printer of this computer is and can do, as its own attributes say. */
export interface PrinterInfo {
  /** Its name in the print service. */
  name: string;
  /** Its name for people. */
  label: string;
  state: PrinterState;
  isDefault: boolean;
  twoSided: boolean;
  color: boolean;
  /** Empty when the printer does not say. */
  papers: Paper[];
  /** Margins that it cannot print in, in mm; null when it does not say. */
  margins: Margins | null;
  /** Whether the printer itself can be asked for a job's end. Without it a job ends as `sent`, never as `printed`. */
  tellsEnd: boolean;
}

export interface PrintOptions {
  paper: Paper;
  /** 1 to 20. */
  copies: number;
  twoSided: boolean;
  color: boolean;
}

/** A job in the print service. `name` is made up for each job and says nothing of its content. */
export interface SpoolJob {
  printer: string;
  id: number;
  name: string;
}

export interface JobWord {
  state: JobState;
  /** What the printer or the print service named, without severity, such as `media-empty`; empty when all is well. */
  reason: string;
}

/** What was found out about a job. */
export interface JobLook extends JobWord {
  /** All was handed over and only the printer's own word is missing, because it does not answer. */
  lastWordMissing: boolean;
}

/** A print service: CUPS, or that of Windows. Every call may reject when the service does not answer. */
export interface PrintSystem {
  printers(): Promise<PrinterInfo[]>;
  /** A name for a job of this run, made up. */
  newName(): string;
  /**
   * Throws `printer-refused` when it is certain that the service took nothing. With any other error it may have taken the
   * job: look it up by its name.
   */
  submit(printer: PrinterInfo, pdf: Uint8Array, options: PrintOptions, name: string): Promise<SpoolJob>;
  /** The job of that name, ended or not; null when the service answers that it has none. */
  find(printer: string, name: string): Promise<SpoolJob | null>;
  /** `copies`: how many were asked for. */
  look(job: SpoolJob, copies: number): Promise<JobLook>;
  /** Stops a job, in the service and at the printer. */
  cancel(job: SpoolJob): Promise<void>;
  /** Takes a job with its file out of the service. */
  remove(job: SpoolJob): Promise<void>;
  /**
   * Removes what a run that did not end well left behind, never what has a name of this run. Each by itself: one that
   * cannot be removed stops no other. False when something may be left.
   */
  removeLeftovers(): Promise<boolean>;
}
