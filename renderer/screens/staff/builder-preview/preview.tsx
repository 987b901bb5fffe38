import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

const toBytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** The page that the reader looks at, counted from 1; 1 while there is none. */
function pageInSight(holder: HTMLElement): number {
  const { top } = holder.getBoundingClientRect();
  const index = [...holder.children].findIndex((page) => page.getBoundingClientRect().bottom > top + 40);
  return Math.max(0, index) + 1;
}

interface Drawing {
  holder: HTMLElement;
  isCurrent: () => boolean;
  label: (page: number) => string;
}

async function drawPage(
  pdf: pdfjs.PDFDocumentProxy,
  number: number,
  label: string,
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1.6 });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', label);
  await page.render({ canvas, viewport }).promise;
  return canvas;
}

/**
 * Draws every page of a PDF into `holder`, each in the place of the page before it, the one in sight first. The reader stays
 * where they scrolled to. Stops when it is no longer current; what comes next then draws every page again.
 */
async function drawPages(base64: string, { holder, isCurrent, label }: Drawing): Promise<void> {
  const task = pdfjs.getDocument({
    data: toBytes(base64),
    isEvalSupported: false,
    disableFontFace: false,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  try {
    const first = Math.min(pageInSight(holder), pdf.numPages);
    const pages = Array.from({ length: pdf.numPages }, (_, index) => index + 1);
    for (const number of [first, ...pages.filter((one) => one !== first)]) {
      const canvas = await drawPage(pdf, number, label(number));
      if (!isCurrent()) return;
      const { scrollTop } = holder;
      const before = holder.children[number - 1];
      if (before) before.replaceWith(canvas);
      else holder.append(canvas); // new pages come last, and so in their order
      holder.scrollTop = scrollTop;
    }
    while (holder.children.length > pdf.numPages) holder.lastElementChild?.remove();
  } finally {
    await task.destroy();
  }
}

/** The PDF itself, page by page. */
export function Preview({ pdf }: { pdf: string }) {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState('');
  useEffect(() => {
    let current = true;
    if (holder.current)
      void drawPages(pdf, {
        holder: holder.current,
        isCurrent: () => current,
        label: (page) => t('builder.preview.page', { number: page }),
      }).then(() => current && setDrawn(pdf));
    return () => {
      current = false;
    };
  }, [pdf, t]);
  return (
    <div
      className="preview-pages"
      ref={holder}
      data-testid="preview-pages"
      role="region"
      aria-label={t('builder.preview')}
      aria-busy={drawn !== pdf}
      tabIndex={0}
    />
  );
}
