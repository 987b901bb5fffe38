/** The printers of this computer's CUPS and what they can do, from their IPP attributes (RFC 8011, PWG 5100.7, 5100.11). */
import type { PrinterState } from '../../contract/print-words.ts';
import type { Margins } from '../../contract/printing.ts';
import { deviceOf } from './device.ts';
import { ippCall, operations, type IppServer } from './ipp.ts';
import { first, numbers, words, type Attribute, type Group } from './ipp-codec.ts';
import { troubleIn } from './job-state.ts';
import type { Paper, PrinterInfo } from './types.ts';

export const mediaNames: Record<Paper, string> = {
  letter: 'na_letter_8.5x11in',
  a4: 'iso_a4_210x297mm',
};

const asked: Attribute = [
  'keyword',
  'requested-attributes',
  ...['printer-name', 'printer-info', 'printer-state', 'printer-state-reasons', 'device-uri'],
  ...['sides-supported', 'print-color-mode-supported', 'color-supported', 'media-supported'],
  ...['media-top-margin-supported', 'media-right-margin-supported'],
  ...['media-bottom-margin-supported', 'media-left-margin-supported'],
];

const states = new Map<number, PrinterState>([
  [3, 'ready'],
  [4, 'busy'],
  [5, 'stopped'],
]);

function stateOf(group: Group): PrinterState {
  const state = states.get(numbers(group, 'printer-state')[0] ?? 0) ?? 'unknown';
  const trouble = troubleIn(words(group, 'printer-state-reasons'));
  return trouble && (state === 'ready' || state === 'busy') ? 'trouble' : state;
}

/** The smallest margins a printer names, from hundredths of a millimetre. Zero, for printing to the edge, is a special mode. */
function marginsOf(group: Group): Margins | null {
  const least = (side: string) =>
    Math.min(...numbers(group, `media-${side}-margin-supported`).filter((value) => value > 0)) / 100;
  const [top, right, bottom, left] = ['top', 'right', 'bottom', 'left'].map(least) as [
    number,
    number,
    number,
    number,
  ];
  return [top, right, bottom, left].every(Number.isFinite) ? { top, right, bottom, left } : null;
}

/** Reads one printer of an answer to CUPS-Get-Printers; null without a name. */
export function toPrinter(group: Group, defaultName: unknown): PrinterInfo | null {
  const name = first(group, 'printer-name');
  if (typeof name !== 'string') return null;
  const label = first(group, 'printer-info');
  const modes = words(group, 'print-color-mode-supported');
  const media = words(group, 'media-supported');
  return {
    name,
    label: typeof label === 'string' && label !== '' ? label : name,
    state: stateOf(group),
    isDefault: name === defaultName,
    twoSided: words(group, 'sides-supported').includes('two-sided-long-edge'),
    color: modes.length > 0 ? modes.includes('color') : first(group, 'color-supported') === true,
    papers: (Object.keys(mediaNames) as Paper[]).filter((paper) => media.includes(mediaNames[paper])),
    margins: marginsOf(group),
    tellsEnd: deviceOf(first(group, 'device-uri')) !== null,
  };
}

/** All printers of CUPS. Rejects when there is no CUPS. */
export async function cupsPrinters(server: IppServer): Promise<PrinterInfo[]> {
  const ask = (operation: number) => ippCall(server, '/', { operation, attributes: [asked] });
  const all = await ask(operations.cupsPrinters);
  const standard = await ask(operations.cupsDefault);
  const defaultName = first(standard.printers[0], 'printer-name');
  return all.printers.flatMap((group) => toPrinter(group, defaultName) ?? []);
}
