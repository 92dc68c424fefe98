import { DefaultNamingStrategy } from 'typeorm';

/** Columns are the snake_case of their property; entities name their own tables. */
export class SnakeCaseNames extends DefaultNamingStrategy {
  override columnName(property: string, customName: string | undefined): string {
    return customName || property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
