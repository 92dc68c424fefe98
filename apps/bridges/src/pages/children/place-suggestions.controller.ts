import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Allow } from '#libs/access';
import { PlaceLookup } from './place-lookup.js';

/**
 * What the list has for what is being typed, for the script of the form. A POST, because what is typed says which
 * school a child attends and must not be in an address.
 */
@Controller('place-suggestions')
export class PlaceSuggestionsController {
  constructor(private readonly places: PlaceLookup) {}

  @Post()
  @HttpCode(200)
  @Allow('child.create')
  async suggest(@Body() { field, text }: Record<string, unknown>): Promise<{ choices: string[] }> {
    const isList = field === 'educationSetting' || field === 'gp';
    const found = isList ? await this.places.find({ find: field, [field]: text }) : null;
    return { choices: (found?.choices ?? []).map((choice) => choice.text) };
  }
}
