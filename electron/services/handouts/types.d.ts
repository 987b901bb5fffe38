declare module 'bidi-js' {
  export interface EmbeddingLevels {
    levels: Uint8Array;
    paragraphs: { start: number; end: number; level: number }[];
  }
  export default function bidiFactory(): {
    getEmbeddingLevels(text: string, direction?: 'ltr' | 'rtl'): EmbeddingLevels;
    /** Bidi_Class of a letter, such as `AL`. */
    getBidiCharTypeName(letter: string): string;
  };
}

declare module 'linebreak' {
  export default class LineBreaker {
    constructor(text: string);
    nextBreak(): { position: number; required: boolean } | null;
  }
}

declare module 'fontkit' {
  export interface Font {
    postscriptName: string;
    unitsPerEm: number;
    ascent: number;
    descent: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    getGlyph(id: number): { advanceWidth: number };
  }
  export function create(bytes: Uint8Array): Font;
}

declare module 'qrcode/lib/core/qrcode.js' {
  import type { create as createCode } from 'qrcode';
  const QRCode: { create: typeof createCode };
  export default QRCode;
}
