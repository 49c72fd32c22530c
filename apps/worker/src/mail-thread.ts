// The thread in which mail is read (libs/api/mail, `mailReader`): a program of its own, so that it holds nothing but the parser.
import { serveMailReader } from '@daylight/api-mail/reader-thread';

serveMailReader();
