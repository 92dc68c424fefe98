import { Closure } from './closure.entity.js';
import { Review } from './review.entity.js';

export * from './closure.entity.js';
export * from './closure.rules.js';
export * from './closures.service.js';
export * from './review.entity.js';
export * from './review.rules.js';
export * from './reviews.module.js';
export * from './reviews.service.js';
export const REVIEWS_ENTITIES = [Closure, Review];
