/** @react-pdf/renderer, as its documentation advises: fonts registered once, no hyphens, Han broken anywhere. */
import path from 'node:path';
import { Document, Font, Page, renderToBuffer, Text, View } from '@react-pdf/renderer';
import { createElement, type ReactElement } from 'react';
import type { Block, Half } from '../content.ts';
import { style, type Fonts, type OpenEngine } from './engine.ts';

type Style = Record<string, string | number>;
const text = (words: string, look: Style) => createElement(Text, { style: look }, words);
const box = (look: Style, ...children: ReactElement[]) => createElement(View, { style: look }, ...children);

const han = /\p{Script=Han}/u;

function register({ folder, manifest }: Fonts): void {
  for (const [family, { regular, bold }] of Object.entries(manifest))
    Font.register({
      family,
      fonts: [
        { src: path.join(folder, regular), fontWeight: 'normal' },
        { src: path.join(folder, bold), fontWeight: 'bold' },
      ],
    });
  Font.registerHyphenationCallback((word) =>
    han.test(word) ? [...word].flatMap((letter) => [letter, '']) : [word],
  );
}

function blockView(half: Half, block: Block): ReactElement {
  const rtl = half.direction === 'rtl';
  const look: Style = {
    direction: half.direction,
    textAlign: rtl ? 'right' : 'left',
    lineHeight: style.leading,
  };
  switch (block.type) {
    case 'heading':
      return text(block.text, {
        ...look,
        fontSize: style.headings[block.level],
        fontWeight: 'bold',
        marginTop: style.aboveHeading[block.level],
      });
    case 'paragraph':
      return text(block.text, { ...look, marginTop: style.above });
    case 'list':
      return box(
        {},
        ...block.items.map((item) =>
          box(
            { flexDirection: rtl ? 'row-reverse' : 'row', marginTop: style.above },
            text('•', { ...look, width: style.indent, fontWeight: 'bold' }),
            text(item, { ...look, flex: 1 }),
          ),
        ),
      );
    default:
      return block satisfies never;
  }
}

const halfView = (half: Half) =>
  box({ fontFamily: half.fonts[0] as string }, ...half.blocks.map((block) => blockView(half, block)));

export const open: OpenEngine = async (fonts) => {
  register(fonts);
  const page: Style = { padding: style.margin, fontSize: style.body };
  return {
    render: ({ title, halves }) =>
      renderToBuffer(
        createElement(
          Document,
          { title, language: halves[0]?.language ?? '' },
          createElement(Page, { size: 'LETTER', style: page }, ...halves.map(halfView)),
        ),
      ),
    close: async () => {},
  };
};
