import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Client } from '../../electron/contract/client.ts';

/** Interface strings, a language at a time from the pack. A missing string is a fault of ours, never a half-translated screen. */
export function createStrings(): i18n {
  const strings = i18next.createInstance();
  void strings.use(initReactI18next).init({
    lng: 'none',
    fallbackLng: false,
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: {},
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`no string ${key}`);
    },
  });
  return strings;
}

export async function loadLanguage(strings: i18n, client: Client, language: string): Promise<void> {
  if (!strings.hasResourceBundle(language, 'translation')) {
    const { strings: texts } = await client['kiosk.strings']({ language });
    strings.addResourceBundle(language, 'translation', texts);
  }
  await strings.changeLanguage(language);
}
