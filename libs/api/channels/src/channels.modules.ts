import { Module } from '@nestjs/common';
import { ChannelsConsoleResolver } from './resolvers/channels-console.resolver.js';

@Module({ providers: [ChannelsConsoleResolver] })
export class ChannelsConsoleModule {}
