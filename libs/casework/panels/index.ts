export { PANEL_CONSTRAINTS } from './panel.constraints.js';
export { AgendasService } from './agendas.service.js';
export { PanelsModule } from './panels.module.js';
export { PanelsService } from './panels.service.js';
