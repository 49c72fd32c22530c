// The frameworks alone: Nest, Fastify and Apollo with one field, as their own documentation starts them. What the API's
// start and memory are compared with.
import 'reflect-metadata';
import { ApolloDriver } from '@nestjs/apollo';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule } from '@nestjs/graphql';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import pg from 'pg';

const { url, port } = JSON.parse(process.env.BENCH_FLOOR);
const pool = new pg.Pool({ connectionString: url, max: 10 });

const graphql = GraphQLModule.forRoot({
  driver: ApolloDriver,
  typeDefs: 'type Query { now: String }',
  resolvers: { Query: { now: async () => String((await pool.query('select now()')).rows[0].now) } },
});

class BareModule {}
Module({ imports: [graphql] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: ['error', 'warn'] });
process.once('SIGTERM', () => process.exit(0));
await app.listen(port, '127.0.0.1');
