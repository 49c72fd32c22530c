import { Module } from '@nestjs/common';
import { ConsoleImportResolver } from './graphql/console-import.resolver.js';

@Module({ providers: [ConsoleImportResolver] })
export class ImportingConsoleModule {}
