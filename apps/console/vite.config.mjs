import { appConfig } from '../../tools/codegen/vite-app.mjs';

export default appConfig({ app: 'console', base: '/console/', common: 20 });
