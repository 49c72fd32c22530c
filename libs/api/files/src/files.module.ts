import { Module } from '@nestjs/common';
import { FilesController } from './files.controller.js';

/** Up- and download of files. The composition root provides UnitOfWork and RequestCallers globally and registers @fastify/multipart. */
@Module({ controllers: [FilesController] })
export class FilesModule {}
