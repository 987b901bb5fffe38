/** pdfmake, as its documentation advises for a server. */
import path from 'node:path';
import pdfmake from 'pdfmake';
import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Block, Half } from '../content.ts';
import { style, type OpenEngine } from './engine.ts';

function contentOf(block: Block): Content {
  switch (block.type) {
    case 'heading':
      return {
        text: block.text,
        bold: true,
        fontSize: style.headings[block.level],
        margin: [0, style.aboveHeading[block.level], 0, 0],
      };
    case 'paragraph':
      return { text: block.text, margin: [0, style.above, 0, 0] };
    case 'list':
      return { ul: block.items.map((text): Content => ({ text, margin: [0, style.above, 0, 0] })) };
    default:
      return block satisfies never;
  }
}

const halfOf = (half: Half): Content => ({
  font: half.fonts[0] as string,
  alignment: half.direction === 'rtl' ? 'right' : 'left',
  stack: half.blocks.map(contentOf),
});

export const open: OpenEngine = async ({ folder, manifest }) => {
  pdfmake.setFonts(
    Object.fromEntries(
      Object.entries(manifest).map(([family, { regular, bold }]) => [
        family,
        { normal: path.join(folder, regular), bold: path.join(folder, bold) },
      ]),
    ),
  );
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((file) => file.startsWith(folder));
  return {
    render: ({ title, halves }) => {
      const definition: TDocumentDefinitions = {
        info: { title },
        pageSize: 'LETTER',
        pageMargins: style.margin,
        defaultStyle: {
          font: halves[0]?.fonts[0] as string,
          fontSize: style.body,
          // pdfmake multiplies the font's own line height, which is 1.36 of the size in Noto Sans.
          lineHeight: style.leading / 1.362,
        },
        content: halves.map(halfOf),
      };
      return pdfmake.createPdf(definition).getBuffer();
    },
    close: async () => {},
  };
};
