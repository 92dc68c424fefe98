/** Languages families here speak or sign, by ISO 639-3. */
export const LANGUAGES = {
  eng: 'English',
  bfi: 'British Sign Language',
  aka: 'Akan (Twi or Fante)',
  sqi: 'Albanian',
  amh: 'Amharic',
  ara: 'Arabic',
  ben: 'Bengali',
  bos: 'Bosnian',
  bul: 'Bulgarian',
  yue: 'Cantonese',
  hrv: 'Croatian',
  ces: 'Czech',
  prs: 'Dari',
  nld: 'Dutch',
  fil: 'Filipino',
  fra: 'French',
  deu: 'German',
  ell: 'Greek',
  guj: 'Gujarati',
  heb: 'Hebrew',
  hin: 'Hindi',
  hun: 'Hungarian',
  ibo: 'Igbo',
  ita: 'Italian',
  kur: 'Kurdish',
  kmr: 'Kurdish (Kurmanji)',
  ckb: 'Kurdish (Sorani)',
  lav: 'Latvian',
  lin: 'Lingala',
  lit: 'Lithuanian',
  cmn: 'Mandarin',
  mal: 'Malayalam',
  nep: 'Nepali',
  phr: 'Pahari (Mirpuri)',
  pan: 'Panjabi',
  pus: 'Pashto',
  fas: 'Persian (Farsi)',
  pol: 'Polish',
  por: 'Portuguese',
  ron: 'Romanian',
  rom: 'Romani',
  rus: 'Russian',
  srp: 'Serbian',
  sna: 'Shona',
  slk: 'Slovak',
  som: 'Somali',
  spa: 'Spanish',
  swa: 'Swahili',
  syl: 'Sylheti',
  tam: 'Tamil',
  tel: 'Telugu',
  tir: 'Tigrinya',
  tur: 'Turkish',
  ukr: 'Ukrainian',
  urd: 'Urdu',
  vie: 'Vietnamese',
  cym: 'Welsh',
  yor: 'Yoruba',
  other: 'Another language',
  not_known: 'Not known',
} as const;
export type Language = keyof typeof LANGUAGES;

// Kurdish without detail is Sorani, the form of most Iraqi families; Kurmanji is written left to right.
const RIGHT_TO_LEFT: ReadonlySet<Language> = new Set<Language>([
  'ara',
  'ckb',
  'fas',
  'heb',
  'kur',
  'phr',
  'prs',
  'pus',
  'urd',
]);

/** Whether the language is written from right to left, so that letters and pages are laid out that way. */
export function isRightToLeft(language: Language): boolean {
  return RIGHT_TO_LEFT.has(language);
}

/** The tag for an HTML `lang` attribute ('ben' is 'bn'); 'und' where the language is not known. Source: CLDR. */
export function languageTag(language: Language): string {
  if (language === 'other' || language === 'not_known') return 'und';
  return Intl.getCanonicalLocales(language)[0] ?? 'und';
}
