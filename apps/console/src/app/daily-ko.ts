import frame from '@daylight/web-app/messages/ko.json';
import kit from '@daylight/web-ui/messages/ko.json';
import own from '../messages/ko.json?daily';

const messages: Record<string, string> = { ...kit, ...frame, ...own };
export default messages;
