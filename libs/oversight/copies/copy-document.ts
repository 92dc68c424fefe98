import {
  asWritten,
  DOCUMENT_LANGUAGES,
  type DocumentBlock,
  type DocumentLanguage,
  type DocumentLayout,
  type DocumentSection,
  phrase,
  type Phrase,
  type PrintedDocument,
  statement,
  type StatementKey,
} from '#libs/documents';
import { labelOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';
import type { CopyPassage, CopySection } from './copy.js';
import { aboutForChild, aboutForFamily, withUnchecked } from './family-statements.js';
import { actionCells } from './plan.passages.js';
import type { Reader } from './readers.service.js';

/** How a copy is to be printed. */
export interface CopyChoice {
  readonly layout: DocumentLayout;
  /** Of the fixed statements, in a copy for the family. */
  readonly language: DocumentLanguage;
  /** A qualified translator has checked the fixed statements in that language. */
  readonly isLanguageChecked: boolean;
  /** A child gets their own words, what happens next and who to talk to, unless everything is asked for. */
  readonly includesEverything: boolean;
  /** The day it is made, as an ISO date. */
  readonly madeOn: string;
}
export type CopyReader = Pick<Reader, 'kind' | 'name' | 'agency'>;

/**
 * A reader's copy as a document, in the form for that reader. It chooses, orders and heads what is in the copy; it adds
 * fixed statements only, and never reads more of the record.
 */
export function toCopyDocument(
  sections: readonly CopySection[],
  reader: CopyReader | null,
  choice: CopyChoice,
): PrintedDocument {
  const document = isFamily(reader)
    ? familyDocument(sections, reader, choice)
    : agencyDocument(sections, reader, choice);
  return choice.layout === 'easy' ? withOneIdeaALine(document) : document;
}

const isFamily = (reader: CopyReader | null): reader is CopyReader =>
  reader?.kind === 'carer' || reader?.kind === 'child';

function agencyDocument(
  sections: readonly CopySection[],
  reader: CopyReader | null,
  choice: CopyChoice,
): PrintedDocument {
  const agency = reader?.kind === 'agency' ? null : reader?.agency;
  const made = `Made ${dateIn('en', choice.madeOn)}${reader ? ` for ${reader.name}` : ''}${agency ? `, ${agency.name}` : ''}.`;
  return {
    title: phrase(reader ? `Copy for ${reader.name}` : 'Your copy', 'en'),
    ...{ language: 'en', layout: choice.layout, made: phrase(made, 'en') },
    sections: [
      ...(reader ? [] : [{ heading: null, blocks: [{ kind: 'note' as const, text: OWN_WORK }] }]),
      ...sections.map(({ title, passages }) => ({
        heading: phrase(title, 'en'),
        blocks: blocksOf(passages, 'en'),
      })),
    ],
  };
}

const OWN_WORK = phrase(
  'For your own work only. It may include contact details that are not safe to give to another family member. To make a copy for them, go to Access and select “Preview what someone can see”.',
  'en',
);

function familyDocument(
  sections: readonly CopySection[],
  reader: CopyReader,
  choice: CopyChoice,
): PrintedDocument {
  const { language } = choice;
  const isForChild = reader.kind === 'child' && !choice.includesEverything;
  const about = reader.kind === 'child' ? aboutForChild(language) : aboutForFamily(language);
  return {
    title: statement(reader.kind === 'child' ? 'childTitle' : 'familyTitle', language),
    ...{ language, layout: choice.layout, made: madeFor(reader, choice) },
    sections: [
      language === 'en' || choice.isLanguageChecked ? about : withUnchecked(about, language),
      ...(isForChild
        ? childSections(sections, language)
        : sections.map(({ key, passages }) => ({
            heading: statement(key as StatementKey, language),
            blocks: blocksOf(passages, language),
          }))),
    ],
  };
}

const madeFor = ({ name }: CopyReader, { language, madeOn }: CopyChoice): Phrase => {
  const { text } = statement('madeFor', language);
  return phrase(
    text.replace('{name}', () => name).replace('{date}', () => dateIn(language, madeOn)),
    language,
  );
};

/** The child's own words first, then what happens next, then the people to talk to. */
function childSections(sections: readonly CopySection[], language: DocumentLanguage): DocumentSection[] {
  const of = (...keys: string[]): CopyPassage[] =>
    sections.flatMap(({ key, passages }) => (keys.includes(key) ? passages : []));
  const words = sections
    .flatMap(({ passages }) => passages)
    .flatMap(({ label, childsWords }) =>
      childsWords ? [passageBlock({ label, text: childsWords, topic: '' })] : [],
    );
  const next = blocksOf(of('plan'), language);
  const people = [...of('who').filter(({ key }) => key === 'lead'), ...of('team')];
  const said = (key: StatementKey): DocumentBlock => ({ kind: 'statement', text: statement(key, language) });
  return [
    { heading: statement('yourWords', language), blocks: words.length > 0 ? words : [said('noWords')] },
    { heading: statement('next', language), blocks: next.length > 0 ? next : [said('nothingNext')] },
    {
      heading: statement('talkTo', language),
      blocks: [said('talkToThem'), ...people.map(passageBlock)],
    },
  ];
}

/** Passages one after the other; actions that follow each other are one table. */
function blocksOf(passages: readonly CopyPassage[], language: DocumentLanguage): DocumentBlock[] {
  const blocks: DocumentBlock[] = [];
  let rows: Phrase[][] = [];
  for (const passage of passages) {
    const cells = actionCells(passage);
    if (!cells) {
      rows = [];
      blocks.push(passageBlock(passage));
      continue;
    }
    if (rows.length === 0) blocks.push(actionTable(rows, language));
    rows.push([[passage.label, tagOf(passage.topic)].filter(Boolean).join('\n'), ...cells].map(asWritten));
  }
  return blocks;
}

const actionTable = (rows: Phrase[][], language: DocumentLanguage): DocumentBlock => ({
  kind: 'table',
  caption: statement('actions', language),
  head: (['action', 'by', 'when', 'status'] as const).map((key) => statement(key, language)),
  rows,
});

const passageBlock = ({
  label,
  text,
  topic,
}: Pick<CopyPassage, 'label' | 'text' | 'topic'>): DocumentBlock => ({
  kind: 'passage',
  heading: asWritten(label),
  tag: topic ? phrase(tagOf(topic), 'en') : null,
  text: asWritten(text),
});

const tagOf = (topic: string): string =>
  topic ? `Sensitive: ${labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic).toLowerCase()}` : '';

/** The layout of Easy Read: each line apart. What a person wrote stays as it is. */
const withOneIdeaALine = (document: PrintedDocument): PrintedDocument => ({
  ...document,
  sections: document.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) =>
      block.kind === 'passage'
        ? { ...block, text: { ...block.text, text: block.text.text.replace(/\n+/g, '\n\n') } }
        : block,
    ),
  })),
});

const dateIn = (language: DocumentLanguage, isoDate: string): string =>
  new Intl.DateTimeFormat(DOCUMENT_LANGUAGES[language].tag, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${isoDate}T00:00:00Z`),
  );
