import { appConfig } from '../../tools/codegen/vite-app.mjs';

export default appConfig({ app: 'portal', base: '/', common: 7 });
