// The domain's unit tests alone, as Stryker runs them for every mutant.
import config from '../../jest.config.mjs';

const unit = config.projects.find(({ displayName }) => displayName === 'unit');

export default {
  ...unit,
  rootDir: '../..',
  testMatch: ['<rootDir>/libs/domain/src/**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
};
