import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { AllowService } from '#libs/access';
import { baseUrl, CONFIG, type Config, unreachable } from '#libs/platform';
import { SCIM_TYPE } from '../http/scim-answer.js';
import { MOST_RESULTS } from './scim-filter.js';
import { DERIVED, KEPT, ListResponse, USER, UserSchema } from './scim-library.js';

const SERVED = new Set<string>([...KEPT, ...DERIVED]);
const DERIVED_NAMES = new Set<string>(DERIVED);
interface Described {
  readonly name: string;
  readonly mutability: string;
  readonly subAttributes?: readonly Described[];
}

/** The library describes attributes by objects of its own, which only JSON has in the form of the RFC. */
const SCHEMA = JSON.parse(JSON.stringify(UserSchema.definition.describe())) as {
  readonly attributes: readonly Described[];
};

/** What this service supports, as a provider asks when it is set up: RFC 7643, 5 to 7. */
@ApiExcludeController()
@Controller('scim/v2')
@AllowService('people')
export class ScimDiscoveryController {
  private readonly address: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.address = `${baseUrl(config)}/scim/v2`;
  }

  @Get('ServiceProviderConfig')
  @Header('Content-Type', SCIM_TYPE)
  configuration() {
    const [yes, no] = [{ supported: true }, { supported: false }];
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig'],
      patch: yes,
      bulk: { ...no, maxOperations: 0, maxPayloadSize: 0 },
      filter: { ...yes, maxResults: MOST_RESULTS },
      changePassword: no,
      sort: no,
      etag: yes,
      authenticationSchemes: [
        {
          type: 'oauthbearertoken',
          name: 'Service token',
          description: 'A token that an administrator of the agency makes in Bridges.',
          specUri: 'https://www.rfc-editor.org/info/rfc6750',
          primary: true,
        },
      ],
      meta: { resourceType: 'ServiceProviderConfig', location: `${this.address}/ServiceProviderConfig` },
    };
  }

  @Get('ResourceTypes')
  @Header('Content-Type', SCIM_TYPE)
  resourceTypes() {
    return listOf([this.userType()]);
  }

  @Get('ResourceTypes/:name')
  @Header('Content-Type', SCIM_TYPE)
  resourceType(@Param('name') name: string) {
    if (name !== 'User') throw unreachable();
    return this.userType();
  }

  @Get('Schemas')
  @Header('Content-Type', SCIM_TYPE)
  schemas() {
    return listOf([this.userSchema()]);
  }

  @Get('Schemas/:id')
  @Header('Content-Type', SCIM_TYPE)
  schema(@Param('id') id: string) {
    if (id !== USER) throw unreachable();
    return this.userSchema();
  }

  private userType() {
    return {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:ResourceType'],
      id: 'User',
      name: 'User',
      description: 'A person of the agency',
      endpoint: '/Users',
      schema: USER,
      meta: { resourceType: 'ResourceType', location: `${this.address}/ResourceTypes/User` },
    };
  }

  /** The schema of the RFC with the attributes that are served. */
  private userSchema() {
    const { attributes, ...schema } = SCHEMA;
    return {
      ...schema,
      attributes: attributes.filter(({ name }) => SERVED.has(name)).map(toServed),
      meta: { resourceType: 'Schema', location: `${this.address}/Schemas/${USER}` },
    };
  }
}

function toServed(attribute: Described): Described {
  if (!DERIVED_NAMES.has(attribute.name)) return attribute;
  return { ...asReadOnly(attribute), subAttributes: (attribute.subAttributes ?? []).map(asReadOnly) };
}
const asReadOnly = (attribute: Described): Described => ({ ...attribute, mutability: 'readOnly' });

const listOf = (resources: readonly object[]) => ({
  schemas: [ListResponse.id],
  totalResults: resources.length,
  startIndex: 1,
  itemsPerPage: resources.length,
  Resources: resources,
});
