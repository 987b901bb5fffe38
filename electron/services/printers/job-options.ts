import type { Attribute } from './ipp-codec.ts';
import { mediaNames } from './cups-printers.ts';
import type { PrinterInfo, PrintOptions } from './types.ts';

/**
 * IPP job attributes of a print (RFC 8011 section 5.2, PWG 5100.13). The sheet has its margins already, so nothing may
 * shrink it. What a printer cannot do is not asked of it: it would refuse the whole job.
 */
export function jobAttributes(printer: PrinterInfo, options: PrintOptions): Attribute[] {
  const { paper, copies, twoSided, color } = options;
  return [
    ['integer', 'copies', copies],
    ['keyword', 'media', mediaNames[paper]],
    ['keyword', 'sides', twoSided && printer.twoSided ? 'two-sided-long-edge' : 'one-sided'],
    ['keyword', 'print-color-mode', color && printer.color ? 'color' : 'monochrome'],
    ['keyword', 'print-scaling', 'none'],
    ...(copies > 1
      ? [['keyword', 'multiple-document-handling', 'separate-documents-collated-copies'] satisfies Attribute]
      : []),
  ];
}
