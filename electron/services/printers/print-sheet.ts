import type { HandoutRequest } from '../../contract/handout-request.ts';
import type { JobKind } from '../../contract/print-words.ts';
import type { Handouts } from '../handouts/handouts.ts';
import type { PrinterMargins } from './margins.ts';
import type { Queue } from './queue.ts';
import type { PrinterInfo, PrintOptions } from './types.ts';

/** Draws a handout for a printer and hands it over; answers with the job's token. */
export type PrintSheet = (
  printer: PrinterInfo,
  request: HandoutRequest,
  options: Omit<PrintOptions, 'paper'>,
  kind: JobKind,
) => Promise<string>;

export function createPrintSheet({
  handouts,
  margins,
  queue,
}: {
  handouts: Handouts;
  margins: PrinterMargins;
  queue: Queue;
}): PrintSheet {
  return async (printer, request, options, kind) => {
    // What staff read off paper goes before what the printer claims of itself.
    const needed = margins.read(printer.name) ?? printer.margins;
    const twoSided = options.twoSided && printer.twoSided;
    const { pdf } = await handouts.render(request, { margins: needed, twoSided });
    return queue.submit(printer, pdf, { paper: request.paper, ...options }, kind);
  };
}
