import { useTranslation } from 'react-i18next';
import type { KioskError } from '../../../electron/contract/errors.ts';
import { isolated } from './use-listed.ts';

/** Parts of the builder by the first word of the place that a problem names. */
const partTitles = {
  patient: 'builder.patient',
  clinic: 'builder.clinic',
  medicines: 'builder.medicines',
  note: 'builder.note',
  questions: 'handout.questions',
  places: 'builder.places',
  walletCard: 'handout.wallet',
} as const;

const hasTitle = (part: string): part is keyof typeof partTitles => part in partTitles;

/** A sentence with a next step for what can go wrong with a handout. */
export function useProblemWords(): (error: KioskError) => string {
  const { t } = useTranslation();
  const missingGlyph = ({ character = '', codePoint = '', where = '' }: KioskError['fields']) => {
    const part = String(where).split('.')[0] ?? '';
    const shown = `${isolated(String(character))} (${codePoint})`;
    if (!hasTitle(part)) return t('problem-words.missing-glyph', { character: shown });
    return t('problem-words.missing-glyph-in', { character: shown, field: t(partTitles[part]) });
  };
  return ({ code, fields }) => {
    switch (code) {
      case 'disk-full':
        return t('problem-words.disk-full');
      case 'folder-gone':
        return t('problem-words.folder-gone');
      case 'folder-denied':
        return t('problem-words.folder-denied');
      case 'printer-unavailable':
        return t('problem-words.printer-unavailable');
      case 'printer-refused':
        if (fields['reason'] === 'credentials') return t('problem-words.printer-password');
        if (fields['reason'] === 'not-accepting-jobs') return t('problem-words.printer-closed');
        return t('problem-words.printer-refused');
      case 'not-found':
        if (fields['what'] === 'document' || fields['what'] === 'job') return t('problem-words.print-over');
        return t('error.try-again');
      case 'missing-glyph':
        return missingGlyph(fields);
      case 'language-not-printable':
        return t('problem-words.language-not-printable', { language: String(fields['language'] ?? '') });
      case 'not-reviewed':
        return t('problem-words.not-reviewed');
      case 'bad-input':
        if (String(fields['path']).startsWith('guides.')) return t('problem-words.guide-language');
        return t('problem-words.bad-input', { field: String(fields['path'] ?? '') });
      case 'template-exists':
        return t('builder.template.save.again');
      case 'templates-full':
        return t('problem-words.templates-full');
      case 'resource-exists':
        return t('problem-words.resource-exists');
      case 'session-ended':
        return t('problem-words.session-ended');
      default:
        return t('error.try-again');
    }
  };
}
