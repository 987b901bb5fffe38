import QRCode from 'qrcode';
import type PDFDocument from 'pdfkit';
import type { CalloutLevel } from '../../../contract/document.ts';

type Pdf = typeof PDFDocument.prototype;

/** The traffic light in black and white: octagon, triangle, diamond, circle, square; the word stands beside it. */
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
  if (level === '911' || level === 'red') pdf.fill();
  else pdf.stroke();
  if (level === '911' || level === 'red') {
    // An exclamation mark, cut out in white.
    const middle = x + size / 2;
    const top = level === 'red' ? 0.38 : 0.24;
    pdf
      .strokeColor('white')
      .lineWidth(size / 8)
      .lineCap('round');
    pdf
      .moveTo(middle, y + size * top)
      .lineTo(middle, y + size * 0.56)
      .stroke();
    pdf
      .fillColor('white')
      .circle(middle, y + size * 0.7, size / 15)
      .fill();
  }
  pdf.fillColor('black').strokeColor('black').lineCap('butt');
}

/** A pictogram of 24 by 24 units, drawn in one line weight, `size` points wide. */
export function drawPictogram(pdf: Pdf, paths: string[], x: number, y: number, size: number): void {
  pdf.save();
  pdf.translate(x, y).scale(size / 24);
  pdf.lineWidth(1.75).lineCap('round').lineJoin('round').strokeColor('black');
  for (const path of paths) pdf.path(path).stroke();
  pdf.restore();
}

/** Size of a QR code with its quiet zone, in points, at 1.6 points a module. */
export function codeSize(url: string): number {
  return (QRCode.create(url, { errorCorrectionLevel: 'M' }).modules.size + 8) * 1.6;
}

/** A QR code as rectangles, with the four quiet modules that readers need. */
export function drawCode(pdf: Pdf, url: string, x: number, y: number): void {
  const { modules } = QRCode.create(url, { errorCorrectionLevel: 'M' });
  const unit = 1.6;
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      let length = 0;
      while (column + length < modules.size && modules.get(row, column + length)) length += 1;
      if (length > 0) pdf.rect(x + (column + 4) * unit, y + (row + 4) * unit, length * unit, unit);
      column += length;
    }
  }
  pdf.fillColor('black').fill();
}
