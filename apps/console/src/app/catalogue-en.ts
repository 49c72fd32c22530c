import kit from '@daylight/web-ui/messages/en.json';
import own from '../messages/en.json';

const messages: Record<string, string> = { ...kit, ...own };
export default messages;
