import { Module } from '@nestjs/common';
import { CalendarsConsoleResolver } from './resolvers/calendars-console.resolver.js';

@Module({ providers: [CalendarsConsoleResolver] })
export class CalendarsConsoleModule {}
