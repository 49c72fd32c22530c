import kit from '@daylight/web-ui/messages/en.json?door';
import own from '../messages/en.json?door';

const messages: Record<string, string> = { ...kit, ...own };
export default messages;
