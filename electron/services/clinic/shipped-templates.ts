import type { HandoutTemplate, ShippedName } from '../../contract/handout-template.ts';

/** Starting points that come with the kiosk. Languages, paper and print size stay as staff have chosen them. */
export const shippedTemplates: Record<ShippedName, HandoutTemplate> = {
  'new-on-azathioprine': {
    guides: ['azathioprine-starting', 'azathioprine-taking', 'azathioprine-side-effects'],
    depth: 'short',
    parts: ['questions', 'teachBack', 'helpCard', 'walletCard'],
  },
  'blood-test-visit': {
    guides: ['azathioprine-blood-tests'],
    depth: 'full',
    parts: ['questions', 'helpCard'],
  },
  'cannot-pay': {
    guides: ['help-paying-less', 'help-free-medicine', 'help-care-without-insurance'],
    depth: 'short',
    parts: ['questions', 'languageHelp'],
  },
};
