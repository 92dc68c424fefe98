import { FormReader } from '#libs/page-kit';
import { keysOf, labelOf, optionsOf, SENSITIVE_TOPICS, type SensitiveTopic } from '#libs/terms';

/** The form fields that mark an item as sensitive. */
export const topicChoices = [{ value: '', text: 'Not sensitive' }, ...optionsOf(SENSITIVE_TOPICS)];
export const noteTopics = [{ value: '', text: 'Choose' }, ...optionsOf(SENSITIVE_TOPICS)];

export const topicLabel = (topic: string | null): string | null =>
  topic ? labelOf(SENSITIVE_TOPICS, topic as SensitiveTopic).toLowerCase() : null;

/** Reads the topic of an item; '' if it is not sensitive. */
export const readTopic = (reader: FormReader): string =>
  reader.optionalChoice('topic', keysOf(SENSITIVE_TOPICS), { label: 'the sensitive topic' }) ?? '';

/** Reads a sensitive note, which always has a topic. */
export function readSensitiveNote(body: unknown) {
  const reader = new FormReader(body);
  return reader.answer({
    topic: reader.choice('topic', keysOf(SENSITIVE_TOPICS), {
      label: 'the topic',
      message: 'Select a topic',
    }),
    text: reader.longText('text', { label: 'the note', message: 'Enter the note' }),
  });
}
