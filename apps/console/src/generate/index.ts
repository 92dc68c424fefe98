export { type CountyReport, generate, type GenerationOptions, type GenerationReport } from './generate.js';
