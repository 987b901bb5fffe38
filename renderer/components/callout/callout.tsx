import type {
  Callout as CalloutBlock,
  CalloutLevel,
  PlainBlock,
  Term,
} from '../../../electron/contract/document.ts';
import { useTranslation } from 'react-i18next';
import { InlineText } from '../inline-text/inline-text.tsx';

const exclamation = 'M20 14v10M20 29.500v.2';

/** `mark` is cut out of a filled shape; a shape without one is an outline. */
const shapes: Record<CalloutLevel, { path: string; mark?: string }> = {
  '911': { path: 'M13 3h14l10 10v14L27 37H13L3 27V13z', mark: exclamation },
  red: { path: 'M20 4l18 32H2z', mark: exclamation },
  yellow: { path: 'M20 3l17 17-17 17L3 20z' },
  green: { path: 'M20 4a16 16 0 1 1 0 32 16 16 0 0 1 0-32z' },
  note: {
    path: 'M8 5h24a3 3 0 0 1 3 3v24a3 3 0 0 1-3 3H8a3 3 0 0 1-3-3V8a3 3 0 0 1 3-3z',
    mark: 'M20 12v.2M20 18.500v10',
  },
  question: {
    path: 'M8 4h24a4 4 0 0 1 4 4v20a4 4 0 0 1-4 4H20l-8 6v-6H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4z',
    mark: 'M15 14.500c0-7 10.500-6.500 10.500-.5 0 4-5.500 3.500-5.500 7M20 26.500v.2',
  },
};

/** The level's own shape, so that colour never speaks alone. */
function LevelShape({ level }: { level: CalloutLevel }) {
  const { path, mark } = shapes[level];
  return (
    <svg className="shape" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <path
        d={path}
        fill={mark ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth={mark ? 0 : 4}
        strokeLinejoin="round"
      />
      {mark ? (
        <path
          d={mark}
          fill="none"
          stroke={level === '911' ? '#a3161d' : '#fff'}
          strokeWidth="4"
          strokeLinecap="round"
        />
      ) : null}
    </svg>
  );
}

/** Paragraphs, lists and steps of a guide. */
export function PlainBlocks({ blocks, terms }: { blocks: PlainBlock[]; terms: Term[] }) {
  return blocks.map((block, index) => {
    if (block.type === 'paragraph') {
      return (
        <p key={index}>
          <InlineText content={block.content} terms={terms} />
        </p>
      );
    }
    const items = block.items.map((item, at) => (
      <li key={at}>
        <InlineText content={item.content} terms={terms} />
      </li>
    ));
    return block.type === 'steps' ? <ol key={index}>{items}</ol> : <ul key={index}>{items}</ul>;
  });
}

/** A framed block of a guide. The answer to a question waits until it is asked for, so that the reader answers first. */
export function Callout({ block, terms }: { block: CalloutBlock; terms: Term[] }) {
  const { t } = useTranslation();
  return (
    <div className="callout prose" data-level={block.level}>
      <h3 className="callout-title">
        <LevelShape level={block.level} />
        <span>
          <InlineText content={block.title} terms={terms} />
        </span>
      </h3>
      {block.level === 'question' ? (
        <details className="answer">
          <summary>{t('guide.answer')}</summary>
          <PlainBlocks blocks={block.blocks} terms={terms} />
        </details>
      ) : (
        <PlainBlocks blocks={block.blocks} terms={terms} />
      )}
    </div>
  );
}
