import type { AlertVendor } from './generated/sources.js';

/** In the order in which they are offered. */
export const VENDORS = [
  ...(['ALERTMANAGER', 'GRAFANA', 'CLOUDWATCH', 'AZURE', 'GOOGLE_CLOUD', 'ZABBIX', 'ICINGA2', 'DATADOG'] as const),
  ...(['UPTIME_KUMA', 'PAGERDUTY', 'GENERIC', 'HEARTBEAT'] as const),
] as const satisfies readonly AlertVendor[];

/** Names of products stay as they are, in every language. */
export const PRODUCT: Readonly<Record<Exclude<AlertVendor, 'GENERIC' | 'HEARTBEAT'>, string>> = {
  ALERTMANAGER: 'Prometheus Alertmanager',
  GRAFANA: 'Grafana Alerting',
  CLOUDWATCH: 'AWS CloudWatch (SNS)',
  AZURE: 'Azure Monitor',
  GOOGLE_CLOUD: 'Google Cloud Monitoring',
  ZABBIX: 'Zabbix',
  ICINGA2: 'Icinga 2',
  DATADOG: 'Datadog',
  UPTIME_KUMA: 'Uptime Kuma',
  PAGERDUTY: 'PagerDuty Events v2',
};

const URL = 'https://…/intake/…';

/** What to enter at the sender's, in the sender's own notation. */
export const SNIPPETS: Readonly<Record<AlertVendor, string>> = {
  ALERTMANAGER: `receivers:\n  - name: daylight\n    webhook_configs:\n      - url: ${URL}/alertmanager\n        send_resolved: true\n        # http_config:\n        #   authorization: { credentials: <secret> }`,
  GRAFANA: `Contact points > Webhook\nURL: ${URL}/grafana\nHMAC signature: <secret>\n  Header: X-Grafana-Alerting-Signature\n  Timestamp header: X-Grafana-Alerting-Timestamp`,
  CLOUDWATCH: `aws sns subscribe --topic-arn <topic> --protocol https \\\n  --notification-endpoint ${URL}/cloudwatch`,
  AZURE: `Action group > Webhook\nURI: ${URL}/azure\nEnable the common alert schema: Yes`,
  GOOGLE_CLOUD: `Alerting > Notification channels > Webhooks\nEndpoint URL: ${URL}/google-cloud`,
  ZABBIX: `{"trigger_id":"{TRIGGER.ID}","event_id":"{EVENT.ID}","status":"{EVENT.STATUS}",\n "name":"{EVENT.NAME}","severity":"{EVENT.SEVERITY}","host":"{HOST.NAME}",\n "message":"{ALERT.MESSAGE}"}`,
  ICINGA2: `{"host":"$host.name$","service":"$service.name$","state":"$service.state$",\n "state_type":"$service.state_type$","notification_type":"$notification.type$",\n "output":"$service.output$"}`,
  DATADOG: `{"alert_id":"$ALERT_ID","scope":"$ALERT_SCOPE","transition":"$ALERT_TRANSITION",\n "priority":"$ALERT_PRIORITY","title":"$EVENT_TITLE","body":"$TEXT_ONLY_MSG",\n "host":"$HOSTNAME","tags":"$TAGS","link":"$LINK"}`,
  UPTIME_KUMA: `Notification type: Webhook\nPost URL: ${URL}/uptime-kuma\nRequest body: JSON`,
  PAGERDUTY: `POST ${URL}/pagerduty\n{"event_action":"trigger","dedup_key":"db-1","payload":\n {"summary":"…","source":"db-1","severity":"error"}}`,
  GENERIC: `POST ${URL}/generic\ncontent-type: application/json`,
  HEARTBEAT: `*/5 * * * *  curl -fsS ${URL}/heartbeat`,
};
