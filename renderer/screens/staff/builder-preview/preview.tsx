import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

pdfjs.GlobalWorkerOptions.workerSrc = workerUrl;

const toBytes = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/** Draws every page of a PDF into `holder`, replacing what was there only when all are ready. */
async function drawPages(
  base64: string,
  holder: HTMLElement,
  isCurrent: () => boolean,
  label: (page: number) => string,
): Promise<void> {
  const task = pdfjs.getDocument({
    data: toBytes(base64),
    isEvalSupported: false,
    disableFontFace: false,
    useSystemFonts: false,
  });
  const pdf = await task.promise;
  try {
    const canvases: HTMLCanvasElement[] = [];
    for (let number = 1; number <= pdf.numPages && isCurrent(); number += 1) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1.6 });
      const canvas = document.createElement('canvas');
      canvas.width = viewport.width;
      canvas.height = viewport.height;
      canvas.setAttribute('role', 'img');
      canvas.setAttribute('aria-label', label(number));
      await page.render({ canvas, viewport }).promise;
      canvases.push(canvas);
    }
    if (!isCurrent()) return;
    const { scrollTop } = holder;
    holder.replaceChildren(...canvases);
    holder.scrollTop = scrollTop; // the reader stays at the page they were looking at
  } finally {
    await task.destroy();
  }
}

/** The PDF itself, page by page. */
export function Preview({ pdf }: { pdf: string }) {
  const { t } = useTranslation();
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let current = true;
    const target = holder.current;
    if (target)
      void drawPages(
        pdf,
        target,
        () => current,
        (page) => t('builder.preview.page', { number: page }),
      );
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
      tabIndex={0}
    />
  );
}
