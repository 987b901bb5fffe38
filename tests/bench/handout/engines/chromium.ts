/** Chromium's printToPDF, tagged, in a browser that stays open. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { escapeHtml, fontFaces } from '../../../support/page-html.ts';
import type { BenchDocument, Block } from '../content.ts';
import { style, type Fonts, type OpenEngine } from './engine.ts';

function blockHtml(block: Block): string {
  switch (block.type) {
    case 'heading':
      return `<h${block.level}>${escapeHtml(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${escapeHtml(block.text)}</p>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`;
    default:
      return block satisfies never;
  }
}

const sheet = [
  `body{margin:0;font-size:${style.body}pt;line-height:${style.leading}}`,
  `h1,h2,h3,p,li{margin:0}`,
  `p,li{margin-top:${style.above}pt}`,
  `ul,ol{margin:0;padding-inline-start:${style.indent}pt}`,
  ...([1, 2, 3] as const).map(
    (level) => `h${level}{font-size:${style.headings[level]}pt;margin-top:${style.aboveHeading[level]}pt}`,
  ),
].join('\n');

const html = ({ title, halves }: BenchDocument, fonts: Fonts) =>
  `<!doctype html><html lang="${halves[0]?.language}"><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${fontFaces(fonts)}
${sheet}</style>${halves
    .map(
      ({ language, direction, fonts: families, blocks }) =>
        `<div lang="${language}" dir="${direction}" style="font-family:'${families[0]}'">${blocks.map(blockHtml).join('\n')}</div>`,
    )
    .join('')}</html>`;

export const open: OpenEngine = async (fonts) => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sala-bench-page-'));
  const file = path.join(folder, 'page.html');
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  const page = await browser.newPage();
  const margin = `${style.margin / 72}in`;
  return {
    async render(document) {
      writeFileSync(file, html(document, fonts));
      await page.goto(pathToFileURL(file).href, { waitUntil: 'load' });
      return page.pdf({
        format: 'Letter',
        tagged: true,
        margin: { top: margin, bottom: margin, left: margin, right: margin },
      });
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
