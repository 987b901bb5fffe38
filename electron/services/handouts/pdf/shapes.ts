// Only what makes the squares: the package's main file loads its PNG, SVG and terminal drawing too.
import QRCode from 'qrcode/lib/core/qrcode.js';
import type PDFDocument from 'pdfkit';
import type { CalloutLevel } from '../../../contract/document.ts';

type Pdf = typeof PDFDocument.prototype;

/**
 * The traffic light in black and white: octagon, triangle, diamond, circle; a note is a filled square with an "i", a
 * question a filled one with a question mark, so that neither looks like a box to tick. The word stands beside it.
 */
export function drawLevelShape(pdf: Pdf, level: CalloutLevel, x: number, y: number, size: number): void {
  const polygon = (corners: number, turn: number) => {
    const points = Array.from({ length: corners }, (_, index): [number, number] => {
      const angle = turn + (index * 2 * Math.PI) / corners;
      return [x + size / 2 + (size / 2) * Math.sin(angle), y + size / 2 - (size / 2) * Math.cos(angle)];
    });
    pdf.polygon(...points);
  };
  pdf
    .lineWidth(size / 10)
    .lineJoin('round')
    .strokeColor('black')
    .fillColor('black');
  if (level === '911') polygon(8, Math.PI / 8);
  else if (level === 'red') polygon(3, 0);
  else if (level === 'yellow') polygon(4, 0);
  else if (level === 'green') pdf.circle(x + size / 2, y + size / 2, size / 2 - size / 20);
  else pdf.roundedRect(x + size / 20, y + size / 20, size * 0.9, size * 0.9, size / 6);
  if (level === 'yellow' || level === 'green') pdf.stroke();
  else {
    pdf.fill();
    drawMark(pdf, level, x, y, size);
  }
  pdf.fillColor('black').strokeColor('black').lineCap('butt');
}

/** An exclamation mark, an "i" or a question mark, cut out in white. */
function drawMark(
  pdf: Pdf,
  level: Exclude<CalloutLevel, 'yellow' | 'green'>,
  x: number,
  y: number,
  size: number,
): void {
  const middle = x + size / 2;
  const at = (share: number) => y + size * share;
  pdf
    .strokeColor('white')
    .lineWidth(size / 8)
    .lineCap('round');
  if (level === 'question') {
    pdf
      .moveTo(middle - size * 0.16, at(0.36))
      .bezierCurveTo(
        middle - size * 0.14,
        at(0.16),
        middle + size * 0.2,
        at(0.18),
        middle + size * 0.17,
        at(0.38),
      )
      .bezierCurveTo(middle + size * 0.15, at(0.48), middle, at(0.48), middle, at(0.6))
      .stroke();
  } else {
    const bar = { '911': [0.24, 0.56], red: [0.38, 0.56], note: [0.46, 0.74] } as const;
    pdf.moveTo(middle, at(bar[level][0])).lineTo(middle, at(bar[level][1])).stroke();
  }
  const dot = { '911': 0.7, red: 0.7, note: 0.26, question: 0.78 };
  pdf
    .fillColor('white')
    .circle(middle, at(dot[level]), size / 15)
    .fill();
}

/** A pictogram of 24 by 24 units, drawn in one line weight, `size` points wide. */
export function drawPictogram(pdf: Pdf, paths: string[], x: number, y: number, size: number): void {
  pdf.save();
  pdf.translate(x, y).scale(size / 24);
  pdf.lineWidth(1.75).lineCap('round').lineJoin('round').strokeColor('black');
  for (const path of paths) pdf.path(path).stroke();
  pdf.restore();
}

/** Points a module of a QR code: half a millimetre, which telephones read at arm's length. */
const moduleSize = 1.42;

/** Size of a QR code with its quiet zone, in points. */
export function codeSize(url: string): number {
  return (QRCode.create(url, { errorCorrectionLevel: 'M' }).modules.size + 8) * moduleSize;
}

/** A QR code as rectangles, with the four quiet modules that readers need. */
export function drawCode(pdf: Pdf, url: string, x: number, y: number): void {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let length = 0;
      while (column + length < modules.size && modules.get(row, column + length)) length += 1;
      if (length > 0)
        pdf.rect(x + (column + 4) * moduleSize, y + (row + 4) * moduleSize, length * moduleSize, moduleSize);
      column += length;
    }
  }
  pdf.fillColor('black').fill();
}
