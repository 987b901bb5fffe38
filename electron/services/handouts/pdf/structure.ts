import type PDFDocument from 'pdfkit';

type Pdf = typeof PDFDocument.prototype;
type Element = ReturnType<Pdf['struct']>;

export interface ElementOptions {
  lang?: string;
  alt?: string;
  actual?: string;
  scope?: 'Column' | 'Row';
  bbox?: [number, number, number, number];
}

/** A place in the document's structure tree, made when something is first drawn into it, so that order is reading order. */
export class StructureNode {
  readonly #pdf: Pdf;
  readonly #parent: StructureNode | null;
  readonly #type: string;
  readonly #options: ElementOptions;
  #element: Element | null = null;

  constructor(pdf: Pdf, parent: StructureNode | null, type: string, options: ElementOptions = {}) {
    this.#pdf = pdf;
    this.#parent = parent;
    this.#type = type;
    this.#options = options;
  }

  child(type: string, options: ElementOptions = {}): StructureNode {
    return new StructureNode(this.#pdf, this, type, options);
  }

  element(): Element {
    if (!this.#element) {
      this.#element = this.#pdf.struct(this.#type as 'P', this.#options as object);
      if (this.#parent) this.#parent.element().add(this.#element);
      else this.#pdf.addStructure(this.#element);
    }
    return this.#element;
  }

  /** Draws into this place; what is drawn is read here. */
  draw(paint: () => void): void {
    this.element().add(paint);
  }

  end(): void {
    this.#element?.end();
  }
}

/** Draws what no reader should hear: lines, frames, feet. */
export function drawArtifact(pdf: Pdf, type: 'Layout' | 'Pagination', paint: () => void): void {
  pdf.markContent('Artifact', { type } as object);
  paint();
  pdf.endMarkedContent();
}
