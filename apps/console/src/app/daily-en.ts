import frame from '@daylight/web-app/messages/en.json';
import kit from '@daylight/web-ui/messages/en.json';
import own from '../messages/en.json?daily';

const messages: Record<string, string> = { ...kit, ...frame, ...own };
export default messages;
