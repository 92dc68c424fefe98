export { FieldHistoryModule } from './field-history.module.js';
export { type FieldChange, FieldHistoryService } from './field-history.service.js';
