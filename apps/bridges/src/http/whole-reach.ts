import { SetMetadata } from '@nestjs/common';

export const WHOLE_REACH = 'bridges:whole-reach';

/** A page about one episode that also says something of others: it is answered from everything within reach. */
export const WholeReach = (): MethodDecorator & ClassDecorator => SetMetadata(WHOLE_REACH, true);
