export { generate, type GenerationReport } from './generate.js';
