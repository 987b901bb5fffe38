/** Every kind of sheet, alone and together, for tests that go through them all. */
import type { LocalResource } from '../../electron/contract/local-resource.ts';
import type { AssistanceEntry, HandoutRequestInput } from '../../electron/contract/handout-request.ts';

type Kind = Omit<HandoutRequestInput, 'language' | 'secondLanguage' | 'print'>;

const medicines: HandoutRequestInput['medicines'] = [
  {
    name: 'azathioprine',
    strength: '50 mg',
    purpose: 'Crohn’s disease',
    dayParts: { morning: '1', bedtime: '1' },
    directions: 'After food, with a full glass of water.',
  },
  { name: 'folic acid', strength: '1 mg', dayParts: { noon: '1' } },
];
/** Names too long for a column in large print. */
const longNames: HandoutRequestInput['medicines'] = [
  'hydroxychloroquine',
  'sulfamethoxazole',
  'mycophenolate mofetil',
].map((name) => ({ name, strength: '500 mg', purpose: 'Lupus', dayParts: { morning: '1', evening: '2' } }));
/** As much as a card takes. */
const fullCard = {
  name: 'Ana María Guadalupe de los Ángeles Núñez Rodríguez',
  phone: '(555) 010-0199',
  medicines: Array.from(
    { length: 8 },
    (_, at) => `${at + 1}. a medicine of many words, ${'and more words '.repeat(3)}`,
  ),
};
const clinic = { name: 'Clínica Uno', phone: '(555) 010-0199', address: '12 Main Street, Springfield' };

const program = (title: string, why: string, papers: string[], how: string) => ({ title, why, papers, how });
const inEnglish = program(
  'Health center near you',
  'Likely: it sees everyone, and the price depends on your income.',
  ['A photo ID, if you have one', 'Your last four pay stubs, or a signed letter'],
  'Call and say: "I have no insurance. I want the low price."',
);
const inSpanish = program(
  'Centro de salud cercano',
  'Probable: atiende a todos, y el precio depende de sus ingresos.',
  ['Una identificación con foto, si tiene', 'Sus últimos cuatro talones de pago, o una carta firmada'],
  'Llame y diga: “No tengo seguro. Quiero el precio bajo”.',
);
const inArabic = program(
  'مركز صحي قريب منكم',
  'محتمل: يستقبل الجميع، والسعر بحسب دخلكم.',
  ['بطاقة هوية بصورة، إن وُجدت', 'آخر أربع قسائم راتب، أو رسالة موقّعة'],
  'اتصلوا وقولوا: «ليس لدي تأمين. أريد السعر المنخفض.»',
);
const inChinese = program(
  '附近的健康中心',
  '可能可以：那里接待所有人，价格看您的收入。',
  ['带照片的证件（如果有）', '最近四张工资单，或一封签名的信'],
  '打电话说：“我没有保险，我想要低价。”',
);

export const assistance: AssistanceEntry[] = ['1-877-464-4772', undefined, '211'].map((phone) => ({
  texts: { en: inEnglish, es: inSpanish, ar: inArabic, 'zh-Hans': inChinese },
  ...(phone ? { phone } : {}),
  checked: '2026-11-23',
}));

/** As the finder makes it: in groups, with what it gives, the papers of all of them once. */
export const grouped: AssistanceEntry[] = (['first', 'first', 'everyone', 'may'] as const).map(
  (group, index) => ({
    ...(assistance[index % assistance.length] as AssistanceEntry),
    ...{ group, url: 'example.org', confirmed: index > 0 },
  }),
);

export const places: LocalResource[] = [
  {
    ...{ kind: 'clinic', name: 'Riverside Free Clinic', phone: '713-555-0142', cost: 'Free' },
    ...{ address: '1200 Main St, Houston, TX 77002', hours: 'Mon to Fri 8 to 5', lastChecked: '2026-11-01' },
  },
  { kind: 'food', name: 'مائدة الحي', lastChecked: '2026-10-12' },
];

const guide = 'azathioprine-taking';

export const kinds: Record<string, Kind> = {
  'a guide': { guides: [guide] },
  'a guide in short': { guides: [guide], depth: 'short' },
  'a section': {
    guides: ['azathioprine-blood-tests'],
    sections: { 'azathioprine-blood-tests': ['calendar'] },
  },
  medicines: { medicines, patient: { name: 'Ana María Núñez' } },
  'medicines of long names': { medicines: longNames },
  'blood tests': { bloodTests: { start: '2026-12-01' } },
  appointment: { appointment: { date: '2026-12-15', time: '09:30' }, clinic },
  questions: { guides: [guide], depth: 'none', questions: true },
  'own questions': { questions: ['May I drink coffee?', 'Who calls me about my results?'] },
  'teach-back': { guides: [guide, 'azathioprine-blood-tests'], depth: 'none', teachBack: true },
  'help card': { helpCard: true, clinic },
  'wallet card': {
    walletCard: { name: 'Ana María Núñez', phone: '(555) 010-0199', medicines: ['azathioprine'] },
  },
  'full wallet card': { walletCard: fullCard },
  'empty wallet card': { walletCard: {} },
  'assistance list': { assistance, patient: { name: 'Ana María Núñez' } },
  'grouped assistance list': { assistance: grouped, places },
  places: { places },
  'language help': { languageHelp: true },
  note: { note: Array.from({ length: 40 }, (_, at) => `Line ${at + 1} of a long note for you.`).join('\n') },
};

/** All of it in one job. */
export const bundle: Kind = {
  guides: [guide, 'azathioprine-blood-tests'],
  depth: 'short',
  patient: { name: 'Ana María Núñez' },
  clinic,
  medicines,
  bloodTests: { start: '2026-12-01' },
  appointment: { date: '2026-12-15', time: '09:30' },
  note: 'Traiga su lista.',
  questions: true,
  teachBack: true,
  helpCard: true,
  walletCard: {},
  languageHelp: true,
  assistance: grouped,
  places,
};
