import frame from '@daylight/web-app/messages/en.json?door';
import kit from '@daylight/web-ui/messages/en.json?door';
import own from '../messages/en.json?door';

const messages: Record<string, string> = { ...kit, ...frame, ...own };
export default messages;
