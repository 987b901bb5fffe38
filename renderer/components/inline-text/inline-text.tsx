import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { FactKind, Inline, Term } from '../../../electron/contract/document.ts';
import { useSession } from '../../lib/session/session.tsx';
import { Button as PlainButton } from '../button/button.tsx';
import { Popup } from '../popup/popup.tsx';

/** Figures that are one left-to-right thing in every language. */
const leftToRight = new Set<FactKind>(['phone', 'url', 'temperature', 'name', 'money']);

/** Keeps ranges such as 9–14 in order inside right-to-left text. */
function Figure({ text }: { text: string }) {
  const parts = text.split(/(\d[\d.,]*(?:\s?[–-]\s?\d[\d.,]*)+)/);
  return (
    <span className="fact">
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <bdi key={index} dir="ltr">
            {part}
          </bdi>
        ) : (
          part
        ),
      )}
    </span>
  );
}

function TermButton({ term, text }: { term: Term; text: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className="inline-button term" onPress={() => setOpen(true)}>
        {text}
      </Button>
      <Popup title={term.term} isOpen={open} onClose={() => setOpen(false)}>
        <p>{term.definition}</p>
        <PlainButton kind="main" onPress={() => setOpen(false)}>
          {t('popup.close')}
        </PlainButton>
      </Popup>
    </>
  );
}

function InlinePiece({ inline, terms }: { inline: Inline; terms: Term[] }) {
  const { go } = useSession();
  switch (inline.type) {
    case 'text':
      return <>{inline.text}</>;
    case 'fact':
      return leftToRight.has(inline.kind) ? (
        <bdi className="fact" dir="ltr">
          {inline.text}
        </bdi>
      ) : (
        <Figure text={inline.text} />
      );
    case 'term': {
      const term = terms.find((one) => one.id === inline.term);
      return term ? <TermButton term={term} text={inline.text} /> : <>{inline.text}</>;
    }
    case 'link':
      return (
        <Button
          className="inline-button guide-link"
          onPress={() =>
            go({
              screen: 'guide',
              guide: inline.guide,
              ...(inline.section ? { section: inline.section } : {}),
            })
          }
        >
          {inline.text}
        </Button>
      );
    default:
      return inline satisfies never;
  }
}

/** A line of a guide with its figures, glossary terms and links. */
export function InlineText({ content, terms }: { content: Inline[]; terms: Term[] }) {
  return content.map((inline, index) => {
    const piece = <InlinePiece key={index} inline={inline} terms={terms} />;
    return inline.strong ? <strong key={index}>{piece}</strong> : piece;
  });
}
