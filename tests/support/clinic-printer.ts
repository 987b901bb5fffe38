import type { PrinterInfo } from '../../electron/services/printers/types.ts';

/** A printer as a clinic has it, for tests that need no real one. */
export const clinicPrinter: PrinterInfo = {
  name: 'Clinic',
  label: 'Front desk',
  state: 'ready',
  isDefault: true,
  twoSided: true,
  color: false,
  papers: ['letter'],
  margins: null,
  tellsEnd: true,
};
